package communique.ingest.article;

import communique.analysis.text.LanguageDetector;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides the language of a text. What the text itself shows wins, since templates declare English for any text; what
 * was declared decides where the text is too short to show much and is written in the declared language's script.
 */
public final class LanguageChoice {
    /** About two sentences: the shortest text whose function words tell Persian, Pashto, Urdu and Arabic apart. */
    private static final int TELLING_LETTERS = 120;

    private static final Map<String, UnicodeScript> SCRIPTS = Map.ofEntries(
            Map.entry("ar", UnicodeScript.ARABIC),
            Map.entry("fa", UnicodeScript.ARABIC),
            Map.entry("ps", UnicodeScript.ARABIC),
            Map.entry("ur", UnicodeScript.ARABIC),
            Map.entry("ckb", UnicodeScript.ARABIC),
            Map.entry("ug", UnicodeScript.ARABIC),
            Map.entry("ru", UnicodeScript.CYRILLIC),
            Map.entry("uk", UnicodeScript.CYRILLIC),
            Map.entry("bg", UnicodeScript.CYRILLIC),
            Map.entry("kk", UnicodeScript.CYRILLIC),
            Map.entry("ky", UnicodeScript.CYRILLIC),
            Map.entry("tg", UnicodeScript.CYRILLIC),
            Map.entry("zh", UnicodeScript.HAN),
            Map.entry("ja", UnicodeScript.HAN),
            Map.entry("ko", UnicodeScript.HANGUL),
            Map.entry("hi", UnicodeScript.DEVANAGARI));

    private final LanguageDetector detector = new LanguageDetector();

    /**
     * The language, as BCP 47.
     *
     * @param declared what feed, markup or sender say
     */
    public Optional<String> of(String text, Optional<String> declared) {
        Optional<String> prior = declared.map(LanguageChoice::language).filter(code -> !code.isEmpty());
        Optional<String> detected = detector.detect(text);
        if (detected.isEmpty()) {
            return prior;
        }
        boolean telling = text.codePoints()
                        .filter(Character::isLetter)
                        .limit(TELLING_LETTERS)
                        .count()
                == TELLING_LETTERS;
        return telling
                ? detected
                : prior.filter(code -> isIn(scriptOf(code), text)).or(() -> detected);
    }

    private static String language(String declared) {
        String language =
                Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
        return "und".equals(language) ? "" : language;
    }

    private static UnicodeScript scriptOf(String language) {
        return SCRIPTS.getOrDefault(language, UnicodeScript.LATIN);
    }

    private static boolean isIn(UnicodeScript script, String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long ofScript = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> UnicodeScript.of(letter) == script)
                .count();
        return ofScript * 2 > letters;
    }
}
