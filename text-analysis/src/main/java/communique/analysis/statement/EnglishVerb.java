package communique.analysis.statement;

import java.util.List;

/** The regular forms of an English verb; of a phrase such as "lodge a protest" the first word is inflected. */
final class EnglishVerb {
    private EnglishVerb() {}

    /** Base, third person, past and present participle. */
    static List<String> forms(String phrase) {
        int blank = phrase.indexOf(' ');
        String verb = blank < 0 ? phrase : phrase.substring(0, blank);
        String rest = blank < 0 ? "" : phrase.substring(blank);
        return List.of(phrase, third(verb) + rest, past(verb) + rest, participle(verb) + rest);
    }

    private static String third(String verb) {
        if (endsInConsonantY(verb)) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        boolean hissing = verb.endsWith("s") || verb.endsWith("sh") || verb.endsWith("ch") || verb.endsWith("x");
        return verb + (hissing ? "es" : "s");
    }

    private static String past(String verb) {
        if (endsInConsonantY(verb)) {
            return verb.substring(0, verb.length() - 1) + "ied";
        }
        return verb + (verb.endsWith("e") ? "d" : "ed");
    }

    private static String participle(String verb) {
        return (verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb) + "ing";
    }

    private static boolean endsInConsonantY(String verb) {
        return verb.length() > 1 && verb.endsWith("y") && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0;
    }
}
