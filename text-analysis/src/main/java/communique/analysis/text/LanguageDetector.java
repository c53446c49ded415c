package communique.analysis.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the language of a text by its script, by letters only some languages have, and by function words.
 *
 * <p>Thread-safe. Looks at the first {@value #SAMPLE} characters.
 */
public final class LanguageDetector {
    private static final int SAMPLE = 4000;
    private static final Pattern NOT_IN_WORD = Pattern.compile("[^\\p{L}\\p{M}'\u200c]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MIN_LETTERS = 4;
    private static final int CLEAR_LETTERS = 2;

    /** Letters of one language that the others of its script do not use. */
    private static final Map<Character, String> TELLING_LETTERS = tellingLetters();

    private final Map<String, Set<String>> functionWords = new HashMap<>();
    private final Map<Script, Set<String>> languagesOf = new HashMap<>();

    private enum Script {
        LATIN,
        CYRILLIC,
        ARABIC,
        HAN,
        KANA,
        HANGUL,
        OTHER
    }

    /** Reads the function words that come with the class. */
    public LanguageDetector() {
        for (String line : lines()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                List<String> words = List.of(BLANKS.split(line, -1));
                functionWords.put(words.get(0), Set.copyOf(new HashSet<>(words.subList(1, words.size()))));
                Script script = scriptOf(words.get(1).codePointAt(0));
                languagesOf.computeIfAbsent(script, s -> new HashSet<>()).add(words.get(0));
            }
        }
    }

    /**
     * Language of a text as BCP 47; empty where there are too few letters, or a script no language here is written in.
     */
    public Optional<String> detect(String text) {
        String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        Map<Script, Integer> counts = new EnumMap<>(Script.class);
        Map<String, Integer> telling = new HashMap<>();
        int letters = count(sample, counts, telling);
        if (letters < MIN_LETTERS && counts.getOrDefault(Script.HAN, 0) < CLEAR_LETTERS) {
            return Optional.empty();
        }
        return switch (mainScript(counts)) {
            case HAN ->
                Optional.of(
                        counts.getOrDefault(Script.KANA, 0) * 10 > counts.getOrDefault(Script.HAN, 0) ? "ja" : "zh");
            case KANA -> Optional.of("ja");
            case HANGUL -> Optional.of("ko");
            case LATIN -> byWords(sample, Script.LATIN, telling);
            case CYRILLIC -> byWords(sample, Script.CYRILLIC, telling);
            case ARABIC -> byWords(sample, Script.ARABIC, telling);
            case OTHER -> Optional.empty();
        };
    }

    private static int count(String sample, Map<Script, Integer> counts, Map<String, Integer> telling) {
        int letters = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                counts.merge(scriptOf(c), 1, Integer::sum);
                String language = TELLING_LETTERS.get(c);
                if (language != null) {
                    telling.merge(language, 1, Integer::sum);
                }
            }
        }
        return letters;
    }

    /** The script of most letters; a Han character counts for two, since it stands for about a word. */
    private static Script mainScript(Map<Script, Integer> counts) {
        Script best = Script.OTHER;
        int most = 0;
        for (Script script : Script.values()) {
            int weight = counts.getOrDefault(script, 0) * (script == Script.HAN ? 2 : 1);
            if (weight > most) {
                most = weight;
                best = script;
            }
        }
        return best;
    }

    private Optional<String> byWords(String sample, Script script, Map<String, Integer> telling) {
        Map<String, Double> scores = new HashMap<>();
        Set<String> candidates = languagesOf.getOrDefault(script, Set.of());
        for (String word : NOT_IN_WORD.split(sample.toLowerCase(Locale.ROOT), -1)) {
            for (String language : candidates) {
                if (functionWords.get(language).contains(word)) {
                    scores.merge(language, 1.0, Double::sum);
                }
            }
        }
        telling.forEach((language, count) -> {
            if (candidates.contains(language)) {
                scores.merge(language, Math.min(count, 10) * 0.8, Double::sum);
            }
        });
        return best(scores, candidates, script);
    }

    private static Optional<String> best(Map<String, Double> scores, Collection<String> candidates, Script script) {
        String likely = defaultOf(script);
        return candidates.stream()
                .filter(scores::containsKey)
                .max(Comparator.<String, Double>comparing(scores::get)
                        .thenComparing(language -> language.equals(likely))
                        .thenComparing(Comparator.reverseOrder()))
                .or(() -> Optional.ofNullable(likely));
    }

    /**
     * What a text without any function word, such as a short headline, most likely is among the languages we analyse.
     */
    private static String defaultOf(Script script) {
        return switch (script) {
            case LATIN -> "en";
            case CYRILLIC -> "ru";
            case ARABIC -> "fa";
            default -> null;
        };
    }

    private static Script scriptOf(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN -> Script.LATIN;
            case CYRILLIC -> Script.CYRILLIC;
            case ARABIC -> Script.ARABIC;
            case HAN -> Script.HAN;
            case HIRAGANA, KATAKANA -> Script.KANA;
            case HANGUL -> Script.HANGUL;
            default -> Script.OTHER;
        };
    }

    private static Map<Character, String> tellingLetters() {
        Map<Character, String> letters = new HashMap<>();
        Map<String, String> perLanguage = Map.ofEntries(
                Map.entry("ur", "ٹڈڑںےہھۓ"),
                Map.entry("ps", "ټډړږښڼېۍځڅګ"),
                Map.entry("ar", "ةىؤإأ"),
                Map.entry("fa", "پچژگ"),
                Map.entry("ckb", "ەێۆڵڕ"),
                Map.entry("ru", "ыэъё"),
                Map.entry("uk", "іїєґ"),
                Map.entry("kk", "әұһ"),
                Map.entry("tg", "ҷӣӯҳ"),
                Map.entry("de", "ß"),
                Map.entry("tr", "ığş"),
                Map.entry("pl", "łąęśż"),
                Map.entry("es", "ñ¿¡"),
                Map.entry("pt", "ãõ"),
                Map.entry("vi", "ơưđ"));
        perLanguage.forEach((language, chars) -> chars.chars().forEach(c -> letters.put((char) c, language)));
        return letters;
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                LanguageDetector.class.getResourceAsStream("function-words.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
