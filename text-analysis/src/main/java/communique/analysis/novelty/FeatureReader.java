package communique.analysis.novelty;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.country.InnerCountrySense;
import communique.analysis.lexicon.CharClass;
import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.Term;
import communique.analysis.speaker.BlocSense;
import communique.analysis.speaker.OrganSense;
import communique.analysis.speaker.PersonSense;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import communique.analysis.text.WordSense;
import communique.analysis.topic.TopicSense;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the features of one range of units; used once. Linear: each unit is looked at once, and its neighbours. */
final class FeatureReader {
    private static final int SHORTEST_WORD = 4;
    private static final int STEM = 6;
    private static final int SMALLEST_NUMBER_DIGITS = 2;

    /** Units between a number and the victims it counts, or between a meeting and where or with whom it is. */
    private static final int NEAR = 4;

    private static final int NONE = Integer.MIN_VALUE / 2;

    private final Units units;
    private final Lexicon concepts;
    private final Lexicon.Match match = new Lexicon.Match();
    private final Set<String> features = new TreeSet<>();

    /** Where the concept ends that was read last. */
    private int conceptEnd;

    private final Near numberAndVictims = new Near(FeatureKind.TOLL);
    private final Near countryAndMeeting = new Near(FeatureKind.MEETING);

    FeatureReader(Units units, Lexicon concepts) {
        this.units = units;
        this.concepts = concepts;
    }

    /** Two things that make a feature where they stand near each other; each belongs to one other at most. */
    private final class Near {
        private final FeatureKind kind;
        private String value;
        private int valueAt = NONE;
        private int anchorAt = NONE;

        Near(FeatureKind kind) {
            this.kind = kind;
        }

        void value(String found, int unit) {
            value = found;
            valueAt = unit;
            meet();
        }

        void anchor(int unit) {
            anchorAt = unit;
            meet();
        }

        private void meet() {
            if (Math.abs(valueAt - anchorAt) <= NEAR) {
                add(kind, value);
                anchorAt = NONE;
            }
        }
    }

    Fingerprint read(int from, int to) {
        for (int unit = from; unit < to; unit++) {
            readConcepts(unit);
            readNames(unit);
            if (units.isNumber(unit)) {
                readNumber(unit);
            } else if (units.start(unit) >= conceptEnd && isWord(unit)) {
                readWord(unit);
            }
            readDay(unit);
        }
        return new Fingerprint(features);
    }

    private void add(FeatureKind kind, String value) {
        features.add(kind.feature(value));
    }

    private boolean isWord(int unit) {
        return units.isPlainWord(unit) || (units.is(unit, Kind.TOPIC) && !units.is(unit, Kind.COUNTRY));
    }

    /** Concepts that begin in a unit: a longer term of the lexicon may hold several. */
    private void readConcepts(int unit) {
        for (int at = units.start(unit); at < units.end(unit); at++) {
            if (at >= conceptEnd && beginsWord(unit, at) && concepts.longest(units.text(), at, match)) {
                conceptEnd = match.end();
                addConcepts(match.term(), unit);
            }
        }
    }

    private boolean beginsWord(int unit, int at) {
        return at == units.start(unit)
                || CharClass.isUnspaced(units.text().charAt(at))
                || units.text().charAt(at - 1) == ' ';
    }

    private void addConcepts(Term term, int unit) {
        for (ConceptSense concept : term.senses(ConceptSense.class)) {
            switch (concept.type()) {
                case VICTIMS -> {
                    add(FeatureKind.ACT, concept.id());
                    numberAndVictims.anchor(unit);
                }
                case MEETING -> {
                    add(FeatureKind.ACT, concept.id());
                    countryAndMeeting.anchor(unit);
                }
                case PLACE -> {
                    add(FeatureKind.PLACE, concept.id());
                    countryAndMeeting.value(concept.id(), unit);
                }
                case ACT -> add(FeatureKind.ACT, concept.id());
                case MATTER -> add(FeatureKind.MATTER, concept.id());
            }
        }
    }

    private void readNames(int unit) {
        if (units.is(unit, Kind.PERSON)) {
            add(
                    FeatureKind.PERSON,
                    units.sense(unit, PersonSense.class).person().name());
        } else if (units.is(unit, Kind.BLOC)) {
            add(FeatureKind.BLOC, units.sense(unit, BlocSense.class).bloc().id());
        } else if (units.is(unit, Kind.ORGAN)) {
            add(FeatureKind.ORGAN, units.sense(unit, OrganSense.class).id());
        } else if (units.is(unit, Kind.TOPIC)) {
            add(FeatureKind.TOPIC, units.sense(unit, TopicSense.class).code());
        }
        CountrySense country = units.sense(unit, CountrySense.class);
        if (country != null && country.reference() != Reference.PLACE) {
            addCountry(country.code(), unit);
        } else if (country != null && units.start(unit) >= conceptEnd) {
            add(FeatureKind.WORD, units.normal(unit));
        }
        InnerCountrySense inner = units.sense(unit, InnerCountrySense.class);
        if (inner != null) {
            addCountry(inner.code(), unit);
        }
    }

    private void addCountry(String code, int unit) {
        add(FeatureKind.COUNTRY, code);
        countryAndMeeting.value(code, unit);
    }

    private void readNumber(int unit) {
        String digits = units.normal(unit).replace(",", "");
        boolean year = digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
        if (year || isOfDate(unit) || isOfClock(unit)) {
            return;
        }
        numberAndVictims.value(digits, unit);
        if (digits.length() >= SMALLEST_NUMBER_DIGITS) {
            add(FeatureKind.NUMBER, digits);
        }
    }

    /** 27 February, 27.02.2026. */
    private boolean isOfDate(int unit) {
        String number = units.normal(unit);
        return units.is(unit - 1, WordClass.MONTH)
                || units.is(unit + 1, WordClass.MONTH)
                || number.indexOf('.') != number.lastIndexOf('.');
    }

    /** 21:00. */
    private boolean isOfClock(int unit) {
        return (units.isMark(unit + 1, ':') && units.isNumber(unit + 2))
                || (units.isMark(unit - 1, ':') && units.isNumber(unit - 2));
    }

    private void readDay(int unit) {
        WordSense month = units.word(unit, WordClass.MONTH);
        if (month != null) {
            day(unit - 1, month).or(() -> day(unit + 1, month)).ifPresent(day -> add(FeatureKind.DAY, day.toString()));
        }
    }

    private Optional<MonthDay> day(int unit, WordSense month) {
        if (!units.isNumber(unit) || units.normal(unit).length() > 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(MonthDay.of(month.index() + 1, Integer.parseInt(units.normal(unit))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void readWord(int unit) {
        String word = units.normal(unit);
        if (CharClass.isUnspaced(word.charAt(0))) {
            readCharacters(unit, word);
        } else if (word.length() >= SHORTEST_WORD && !units.is(unit, WordClass.PAST)) {
            add(FeatureKind.WORD, word.length() > STEM ? word.substring(0, STEM) : word);
        }
    }

    /** In a script without blanks: a known word as it is, of unknown ones every two characters side by side. */
    private void readCharacters(int unit, String word) {
        if (word.length() > 1) {
            add(FeatureKind.WORD, word);
        } else if (units.isPlainWord(unit + 1) && units.start(unit + 1) == units.end(unit)) {
            add(FeatureKind.PAIR, word + units.normal(unit + 1));
        }
    }
}
