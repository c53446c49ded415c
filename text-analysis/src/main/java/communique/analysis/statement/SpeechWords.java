package communique.analysis.statement;

import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.statement.VerbSense.Form;
import communique.analysis.statement.VerbSense.Pattern;
import java.util.List;
import java.util.Locale;

/** Reads a language's {@code speech.txt}. */
public final class SpeechWords {
    private static final java.util.regex.Pattern SLASH = java.util.regex.Pattern.compile("/");
    private static final java.util.regex.Pattern BLANK = java.util.regex.Pattern.compile(" ");
    private static final Form[] ORDER = {Form.BASE, Form.PRESENT, Form.PAST, Form.PARTICIPLE, Form.PERFECT};

    private SpeechWords() {}

    /** Adds the verbs and nouns of speech of one language to a lexicon. */
    public static void addTo(Lexicon.Builder lexicon, LexiconFiles files, String language) {
        for (Block block : files.read(language + "/speech.txt")) {
            String[] head = BLANK.split(block.id(), -1);
            SpeechAct act = constant(SpeechAct.class, head[0], block);
            Pattern pattern = constant(Pattern.class, head[head.length - 1], block);
            for (Block.Field field : block.fields()) {
                switch (field.key()) {
                    case "verb" -> field.values().forEach(verb -> addVerb(lexicon, verb, language, act, pattern));
                    case "noun" -> field.values().forEach(noun -> lexicon.addNoun(noun, new SpeechNounSense(act)));
                    default -> throw block.wrong(field, "'" + field.key() + "' must be 'verb' or 'noun'");
                }
            }
        }
    }

    /** Adds its forms: given one by one, else made by rule. */
    private static void addVerb(Lexicon.Builder lexicon, String verb, String language, SpeechAct act, Pattern pattern) {
        if (verb.contains("/")) {
            addForms(lexicon, List.of(SLASH.split(verb, -1)), act, pattern);
        } else if (language.equals("en")) {
            addForms(lexicon, EnglishVerb.forms(verb), act, pattern);
        } else {
            lexicon.addVerb(verb, new VerbSense(act, pattern, Form.BASE));
        }
    }

    private static void addForms(Lexicon.Builder lexicon, List<String> forms, SpeechAct act, Pattern pattern) {
        for (int i = 0; i < forms.size(); i++) {
            lexicon.add(forms.get(i), new VerbSense(act, pattern, ORDER[i]));
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, Block block) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw block.wrong("'" + name + "' is none of " + List.of(type.getEnumConstants()));
        }
    }
}
