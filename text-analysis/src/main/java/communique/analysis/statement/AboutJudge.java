package communique.analysis.statement;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.country.InnerCountrySense;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells which countries a sentence is about. */
final class AboutJudge {
    /** So many countries in a row are a list of examples, not what is spoken about. */
    private static final int LIST = 4;

    /** So many are where the text says no more of any of them. */
    private static final int FEW = 3;
    /** So many that an article is about leave open which of them a word that points back means. */
    private static final int VAGUE = 3;
    /** So many units back a country may have been named that a word points back at. */
    private static final int RECENT = 80;

    /** "And other countries". */
    private static final Set<String> OTHERS =
            Set.of("other", "others", "elsewhere", "دیگر", "سایر", "других", "другие", "其他", "等", "دوسرے");

    /** "On the sidelines of". */
    private static final List<String> SIDELINES = List.of("sidelines", "margins", "حاشیه", "полях");

    private static final Set<String> VISITS = Set.of("visit", "trip", "tour", "visits");

    /** Units between such a word and the country. */
    private static final int OCCASION = 8;

    private static final int NAMING = Kind.COUNTRY.bit() | Kind.NAMES_COUNTRY.bit();

    /** So many are where the row is said to be one of examples. */
    private static final int EXAMPLES = 2;

    /** Units between "near" and the border it is near to. */
    private static final int NEAR = 4;

    private final Units units;
    private final List<String> focus;
    private final Set<String> passing;

    /**
     * For one article.
     *
     * @param focus the countries the article as a whole is about, for sentences that only point back
     * @param passing the countries it names in passing
     */
    AboutJudge(Units units, List<String> focus, Set<String> passing) {
        this.units = units;
        this.focus = focus;
        this.passing = passing;
    }

    /**
     * What speech that goes on is about in a later sentence: in a new paragraph only what the whole article is about.
     */
    List<String> matter(OngoingSpeech run, Article article, int index) {
        return article.isOneParagraph(run.last(), index) ? run.about() : inFocus(run.about());
    }

    /** Those of some countries that the article as a whole is about. */
    private List<String> inFocus(List<String> countries) {
        return countries.stream().filter(focus::contains).toList();
    }

    /**
     * The countries a sentence is about.
     *
     * @param speakers what the sentence tells about who speaks; a country named only there is not its matter
     * @param states the speaking states, which are left out
     * @param before what the speech was about until now; empty where none goes on
     */
    List<String> about(Sentence sentence, List<Attribution> speakers, List<String> states, List<String> before) {
        Set<String> about = named(sentence, speakers);
        about.removeIf(code -> isOwn(code, states));
        boolean pointsAtCountry = units.holds(sentence, WordClass.COUNTRY_ANAPHOR);
        if (about.isEmpty() || pointsAtCountry) {
            boolean pointsBack = pointsAtCountry || units.holds(sentence, WordClass.ANAPHOR);
            boolean changes = !pointsBack && units.holds(sentence, WordClass.REGARDING);
            about.addAll(before.isEmpty() && pointsBack ? pointedAt(sentence, states) : changes ? List.of() : before);
        }
        if (about.isEmpty() && isOnlyNoun(speakers)) {
            about.addAll(dealtWith(speakers));
        }
        about.removeIf(code -> isOwn(code, states));
        if (about.isEmpty() && states.size() >= 2) {
            about.addAll(states.size() == 2 ? states : inFocus(states));
        }
        return List.copyOf(about);
    }

    /** "a statement by the envoys for Afghanistan": told by a noun, without what is said. */
    private boolean isOnlyNoun(List<Attribution> speakers) {
        return !speakers.isEmpty() && speakers.stream().allMatch(s -> units.is(s.cue(), Kind.SPEECH_NOUN));
    }

    private List<String> dealtWith(List<Attribution> speakers) {
        return speakers.stream()
                .flatMap(s -> IntStream.range(s.speaker().from(), s.speaker().to())
                        .filter(unit -> units.is(unit, Kind.COUNTRY))
                        .mapToObj(unit -> units.sense(unit, CountrySense.class).code()))
                .toList();
    }

    /** What a word that points back may mean: a country in focus that was named not long before. */
    private List<String> pointedAt(Sentence sentence, List<String> states) {
        List<String> others = focus.stream()
                .filter(code -> !states.contains(code) && isNamedLately(sentence, code))
                .toList();
        return others.size() < VAGUE ? others : List.of();
    }

    /** Whether a country is named in a sentence, be it as what a title is about, or shortly before. */
    private boolean isNamedLately(Sentence sentence, String code) {
        for (int unit = sentence.to() - 1; unit >= Math.max(0, sentence.from() - RECENT); unit--) {
            CountrySense country = units.sense(unit, CountrySense.class);
            if (country != null && country.code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A state is not what it speaks about itself; but of two that speak together each speaks about the other, and of
     * more the one in focus.
     */
    private boolean isOwn(String code, List<String> states) {
        return states.contains(code) && (states.size() == 1 || (states.size() > 2 && !focus.contains(code)));
    }

    private Set<String> named(Sentence sentence, List<Attribution> speakers) {
        Set<String> named = new LinkedHashSet<>();
        int unit = speakers.isEmpty()
                ? sentence.from()
                : itemStart(sentence, speakers.get(0).cue());
        int limit = speakers.isEmpty()
                ? sentence.to()
                : itemEnd(sentence, speakers.get(0).cue());
        BitSet spoken = unitsOf(speakers, sentence.from());
        while (unit < limit) {
            int end = units.is(unit, Kind.COUNTRY) ? endOfList(unit, limit) : unit;
            if (end > unit) {
                unit = end;
            } else {
                if ((units.kinds(unit) & NAMING) != 0 && !spoken.get(unit - sentence.from())) {
                    addNamed(unit, named);
                }
                unit++;
            }
        }
        return named;
    }

    /** A sentence of several items is a digest: the matter of one is not that of another. */
    private int itemStart(Sentence sentence, int cue) {
        int unit = cue;
        while (unit > sentence.from() && !partsItems(unit - 1, sentence)) {
            unit--;
        }
        return unit;
    }

    /** After a colon the items are what is said. */
    private int itemEnd(Sentence sentence, int cue) {
        for (int unit = cue; unit < sentence.to(); unit++) {
            if (units.isMark(unit, ':')) {
                return sentence.to();
            }
            if (partsItems(unit, sentence)) {
                return unit;
            }
        }
        return sentence.to();
    }

    /** A semicolon, and in a headline a slash. */
    private boolean partsItems(int unit, Sentence sentence) {
        return units.isMark(unit, ';') || (sentence.heading() && units.isMark(unit, '/'));
    }

    private void addNamed(int unit, Set<String> named) {
        if (units.is(unit, Kind.COUNTRY)) {
            CountrySense country = units.sense(unit, CountrySense.class);
            if (!isInPassing(unit, country)
                    && !isSimile(unit, country)
                    && !isSurname(unit, country)
                    && !isVicinity(unit)
                    && !isOccasion(unit)) {
                named.add(country.code());
            }
        } else if (units.is(unit, Kind.NAMES_COUNTRY)) {
            named.addAll(InnerCountrySense.codes(units.term(unit)));
        }
    }

    /** "a second Afghanistan", "another Syria". */
    private boolean isSimile(int unit, CountrySense country) {
        return country.reference() == Reference.NAME
                && (units.is(unit - 1, WordClass.ORDINAL) || units.reads(unit - 1, "another"));
    }

    /**
     * "on the sidelines of a conference on Afghanistan", "during his visit to Kabul": where something else was said.
     */
    private boolean isOccasion(int unit) {
        boolean visit = false;
        for (int at = unit - 1; at >= unit - OCCASION; at--) {
            boolean visits = VISITS.contains(wordAt(at));
            visit |= visits;
            if (!visits && beginsWords(at)) {
                return false;
            }
            if (isSidelines(wordAt(at)) || (visit && units.reads(at, "during"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSidelines(String words) {
        return SIDELINES.stream().anyMatch(words::contains);
    }

    private boolean beginsWords(int unit) {
        return units.isMark(unit) || units.is(unit, Kind.VERB) || units.is(unit, WordClass.THAT);
    }

    /** "near the Afghan border", "near the border with Afghanistan": a place in another country. */
    private boolean isVicinity(int unit) {
        boolean border = units.reads(unit + 1, "border") || units.reads(unit + 1, "frontier");
        for (int at = unit - 1; at >= unit - NEAR && !units.isMark(at); at--) {
            border |= units.reads(at, "border") || units.reads(at, "the border") || units.reads(at, "frontier");
            if (units.reads(at, "near") || units.reads(at, "toward") || units.reads(at, "towards")) {
                return border;
            }
        }
        return false;
    }

    /** "Judge Dost Mohammad Afghan took his oath": the adjective where a name ends and a verb follows. */
    private boolean isSurname(int unit, CountrySense country) {
        if (country.reference() != Reference.PEOPLE
                || !units.text().isCased()
                || units.normal(unit).endsWith("s")) {
            return false;
        }
        boolean nameBefore = units.isCapital(unit - 1) && units.isPlainWord(unit - 1);
        boolean opens = unit == 0 || units.isMark(unit - 1);
        boolean verbAfter = units.is(unit + 1, WordClass.PAST) || units.is(unit + 1, WordClass.AUXILIARY);
        boolean acts = verbAfter || (units.is(unit + 1, Kind.VERB) && !units.is(unit + 1, Kind.SPEECH_NOUN));
        return (nameBefore || opens) && (acts || (nameBefore && units.isPossessive(unit + 1)));
    }

    /**
     * The unit after a row of countries that is long enough to be a list of examples; the unit itself where none
     * begins.
     */
    private int endOfList(int from, int limit) {
        int unit = from;
        int last = from;
        int countries = 0;
        while (unit < limit && isOfRow(unit)) {
            if (units.is(unit, Kind.COUNTRY)) {
                countries++;
                last = unit + 1;
            }
            unit++;
        }
        boolean enough = countries >= (isExample(from) || namesOthers(unit) ? EXAMPLES : LIST);
        return enough ? last : from;
    }

    /** "... and other countries". */
    private boolean namesOthers(int to) {
        return OTHERS.contains(wordAt(to)) || OTHERS.contains(wordAt(to - 1));
    }

    private String wordAt(int unit) {
        return unit >= 0 && unit < units.count() ? units.normal(unit) : "";
    }

    /** "Came from China, Pakistan and Iraq", and not a word more of one of them. */
    private boolean isInPassing(int unit, CountrySense country) {
        return passing.contains(country.code()) && 1 + countriesBeside(unit, -1) + countriesBeside(unit, 1) >= FEW;
    }

    private int countriesBeside(int unit, int step) {
        int countries = 0;
        for (int at = unit + step; isOfRow(at); at += step) {
            countries += units.is(at, Kind.COUNTRY) ? 1 : 0;
        }
        return countries;
    }

    private boolean isOfRow(int unit) {
        return units.is(unit, Kind.COUNTRY)
                || units.isMark(unit, ',')
                || units.isMark(unit, '،')
                || units.isMark(unit, '、')
                || units.is(unit, WordClass.AND)
                || units.is(unit, WordClass.CONJUNCTION)
                || units.is(unit, WordClass.DETERMINER);
    }

    /** "such as", "including", "whether in". */
    private boolean isExample(int from) {
        return (units.reads(from - 1, "as") && units.reads(from - 2, "such"))
                || units.reads(from - 1, "including")
                || (units.reads(from - 1, "in") && units.reads(from - 2, "whether"));
    }

    /** The units that tell who speaks, counted from the beginning of their sentence. */
    private static BitSet unitsOf(List<Attribution> speakers, int from) {
        BitSet spoken = new BitSet();
        for (Attribution attribution : speakers) {
            Actor speaker = attribution.speaker();
            if (speaker.from() >= from) {
                spoken.set(speaker.from() - from, speaker.to() - from);
            }
        }
        return spoken;
    }
}
