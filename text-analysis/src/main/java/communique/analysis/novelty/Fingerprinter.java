package communique.analysis.novelty;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.CharClass;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.BlocSense;
import communique.analysis.speaker.PersonSense;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import communique.analysis.topic.TopicSense;
import java.util.Set;
import java.util.TreeSet;

/** Takes fingerprints of parts of a text. */
public final class Fingerprinter {
    private static final int SHORTEST_WORD = 4;
    private static final int STEM = 6;
    private static final int SMALLEST_NUMBER_DIGITS = 2;

    private Fingerprinter() {}

    /** Fingerprint of a range of units. */
    public static Fingerprint of(Units units, int from, int to) {
        Set<String> features = new TreeSet<>();
        for (int unit = from; unit < to; unit++) {
            add(units, unit, features);
        }
        return new Fingerprint(features);
    }

    private static void add(Units units, int unit, Set<String> features) {
        if (units.is(unit, Kind.PERSON)) {
            features.add(
                    "person:" + units.sense(unit, PersonSense.class).person().name());
        } else if (units.is(unit, Kind.BLOC)) {
            features.add("bloc:" + units.sense(unit, BlocSense.class).bloc().id());
        } else if (units.is(unit, Kind.COUNTRY)) {
            CountrySense country = units.sense(unit, CountrySense.class);
            features.add(
                    country.reference() == Reference.PLACE
                            ? "place:" + units.normal(unit)
                            : "country:" + country.code());
        } else if (units.is(unit, Kind.TOPIC)) {
            features.add("topic:" + units.sense(unit, TopicSense.class).code());
            addWord(units, unit, features);
        } else if (units.isNumber(unit)) {
            addNumber(units.normal(unit), features);
        } else if (units.isPlainWord(unit)) {
            addWord(units, unit, features);
        }
    }

    private static void addWord(Units units, int unit, Set<String> features) {
        String word = units.normal(unit);
        if (CharClass.isUnspaced(word.charAt(0))) {
            addCharacters(units, unit, word, features);
            return;
        }
        if (word.length() >= SHORTEST_WORD && !units.is(unit, WordClass.PAST)) {
            features.add("word:" + (word.length() > STEM ? word.substring(0, STEM) : word));
        }
    }

    /** In a script without blanks: a known word as it is, of unknown ones every two characters side by side. */
    private static void addCharacters(Units units, int unit, String word, Set<String> features) {
        if (word.length() > 1) {
            features.add("word:" + word);
        } else if (units.isPlainWord(unit + 1) && units.start(unit + 1) == units.end(unit)) {
            features.add("pair:" + word + units.normal(unit + 1));
        }
    }

    private static void addNumber(String number, Set<String> features) {
        String digits = number.replace(",", "");
        boolean year = digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
        if (digits.length() >= SMALLEST_NUMBER_DIGITS && !year) {
            features.add("number:" + digits);
        }
    }
}
