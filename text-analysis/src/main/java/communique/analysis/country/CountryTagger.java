package communique.analysis.country;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.OrganSense;
import communique.analysis.speaker.PersonSense;
import communique.analysis.text.Dateline;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the countries of an article, their roles, and which of them it is about. */
public final class CountryTagger {
    private static final int NAMING =
            Kind.COUNTRY.bit() | Kind.PERSON.bit() | Kind.ORGAN.bit() | Kind.NAMES_COUNTRY.bit();

    /** Sentences of the text that open it; headlines come before. */
    private static final int OPENING = 2;

    private final Units units;
    private final Map<String, CountryWeight> countries = new HashMap<>();

    private CountryTagger(Units units) {
        this.units = units;
    }

    /**
     * The countries, main ones first, the heaviest of them first.
     *
     * @param sentences the sentences of the article, cut behind their datelines
     * @param speakers states that make statements in it
     * @param about countries those are about
     */
    public static List<CountryTag> tag(Units units, List<Sentence> sentences, Set<String> speakers, Set<String> about) {
        CountryTagger tagger = new CountryTagger(units);
        int text = 0;
        int end = 0;
        for (Sentence sentence : sentences) {
            tagger.dateline(sentence, end);
            end = sentence.to();
            tagger.read(sentence, text == 0 && sentence.heading(), text < OPENING);
            text += text > 0 || !sentence.heading() ? 1 : 0;
        }
        speakers.forEach(code -> tagger.country(code).play(CountryRole.SPEAKER));
        tagger.group(speakers);
        about.forEach(code -> tagger.country(code).play(CountryRole.ABOUT));
        return tagger.tags();
    }

    /** Members of a group that speaks, none of whom the text names by itself, are no matter of their own. */
    private void group(Set<String> speakers) {
        List<String> unnamed =
                speakers.stream().filter(code -> country(code).weight() == 0).toList();
        if (unnamed.size() > 1) {
            unnamed.forEach(code -> country(code).member());
        }
    }

    private CountryWeight country(String code) {
        return countries.computeIfAbsent(code, c -> new CountryWeight());
    }

    /** "PORTLAND, Maine, June 2 --": the wider of two places tells which country the narrower is in. */
    private void dateline(Sentence sentence, int endOfLast) {
        int place = Dateline.place(units, sentence);
        if (place >= endOfLast) {
            boolean wider = units.isMark(place + 1, ',') && units.is(place + 2, Kind.COUNTRY);
            country(code(wider ? place + 2 : place)).dateline();
        }
    }

    private void read(Sentence sentence, boolean headline, boolean opening) {
        int afterRow = sentence.from();
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (unit >= afterRow && units.is(unit, Kind.COUNTRY)) {
                afterRow = CountryRow.end(units, unit, sentence.to());
            }
            if ((units.kinds(unit) & NAMING) == 0) {
                continue;
            }
            for (String code : named(unit)) {
                if (unit < afterRow) {
                    country(code).row();
                } else {
                    country(code).mention(headline, opening);
                }
            }
        }
    }

    /**
     * The countries a unit names: itself, inside a longer term such as "Afghan refugees", by a person who served it, or
     * by an organ that only it has, unless another country stands before: "the British Foreign Office".
     */
    private List<String> named(int unit) {
        if (units.is(unit, Kind.COUNTRY)) {
            return List.of(code(unit));
        }
        if (units.is(unit, Kind.PERSON)) {
            return List.of(
                    units.sense(unit, PersonSense.class).person().latest().country());
        }
        if (units.is(unit, Kind.NAMES_COUNTRY)) {
            return InnerCountrySense.codes(units.term(unit));
        }
        return units.is(unit - 1, Kind.COUNTRY)
                ? List.of()
                : units.sense(unit, OrganSense.class).country().stream().toList();
    }

    private String code(int unit) {
        return units.sense(unit, CountrySense.class).code();
    }

    private List<CountryTag> tags() {
        int heaviest = 0;
        for (CountryWeight weight : countries.values()) {
            heaviest = Math.max(heaviest, weight.weight());
        }
        List<CountryTag> tags = new ArrayList<>(countries.size());
        for (Map.Entry<String, CountryWeight> country : countries.entrySet()) {
            tags.add(country.getValue().tag(country.getKey(), heaviest));
        }
        tags.sort(Comparator.comparing(CountryTag::main)
                .reversed()
                .thenComparing(tag -> -country(tag.code()).weight())
                .thenComparing(CountryTag::code));
        return tags;
    }
}
