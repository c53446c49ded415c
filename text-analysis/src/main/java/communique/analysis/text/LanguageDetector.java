package communique.analysis.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells the language of a text by its script, by letters only some languages have, and by function words.
 *
 * <p>Thread-safe. Looks at the first {@value #SAMPLE} characters, once, and makes no strings of them.
 */
public final class LanguageDetector {
    private static final int SAMPLE = 3000;
    private static final int MIN_LETTERS = 4;
    private static final int CLEAR_LETTERS = 2;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final char JOINER = '\u200c';

    /** What a letter of its own is worth to a language, beside a function word that is its alone. */
    private static final double OWN_LETTER = 0.5;

    /** So many letters say all that letters can say: names repeat. */
    private static final int MOST_LETTERS = 12;

    /** Where all else is even, a text is in a language the engine reads. */
    private static final double READ_HERE = 0.3;

    private static final List<String> ENGINE = List.of("en", "ru", "fa", "ps", "ur", "ar");

    /**
     * Letters by the languages that use them, where others of the script do not. A letter that several have tells them
     * from the rest.
     */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ur", "ٹڈڑںےہھۓ"),
            Map.entry("ps", "ټډړږښڼېۍځڅګ"),
            Map.entry("ar", "ةىؤإأيك"),
            Map.entry("fa ur ps ckb", "پچژگکی"),
            Map.entry("ckb", "ەێۆڵڕ"),
            Map.entry("ru kk ky", "ыэ"),
            Map.entry("ru", "ё"),
            Map.entry("ru bg uk", "щь"),
            Map.entry("bg", "ъ"),
            Map.entry("uk", "їєґі"),
            Map.entry("kk", "әұһқғі"),
            Map.entry("ky kk", "өүң"),
            Map.entry("tg", "ҷӣӯҳқғ"),
            Map.entry("de", "ßäöü"),
            Map.entry("tr", "ığşöüç"),
            Map.entry("pl", "łąęśżźćń"),
            Map.entry("es", "ñ¿¡"),
            Map.entry("pt", "ãõ"),
            Map.entry("fr", "êèàùç"),
            Map.entry("it", "èàùò"),
            Map.entry("vi", "ơưđạảấầậắệếềểọốồộớờợụủứừữự"));

    /** What a character is to a word: a letter of a script, a sign inside it, a mark that does not count, a gap. */
    private enum Script {
        LATIN(0),
        CYRILLIC(1),
        ARABIC(2),
        HAN(3),
        KANA(4),
        HANGUL(5),
        OTHER(6),
        INSIDE(7),
        MARK(8),
        GAP(9);

        private final int place;

        Script(int place) {
            this.place = place;
        }

        private boolean isOfLetters() {
            return place <= OTHER.place;
        }
    }

    private static final Script[] SCRIPTS = Script.values();

    /** Of every character its {@link Script}, as a place among them. */
    private static final byte[] SCRIPT = new byte[Character.MAX_VALUE + 1];

    private static final char[] LOWER = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            SCRIPT[c] = (byte) scriptOf((char) c).place;
            LOWER[c] = Character.toLowerCase((char) c);
        }
    }

    private final List<String> languages = new ArrayList<>();
    private final List<Script> scripts = new ArrayList<>();

    /** Function words by their hash, each with a bit for every language that has it. */
    private final Map<Long, Integer> found = new HashMap<>();

    private final long[] hashes;
    private final int[] owners;

    /** Bits of the languages that use a letter others of their script do not. */
    private final int[] letters = new int[Character.MAX_VALUE + 1];

    /** Reads the function words that come with the class. */
    public LanguageDetector() {
        for (String line : lines()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                read(BLANKS.split(line, -1));
            }
        }
        int size = Integer.highestOneBit(found.size()) * 4;
        hashes = new long[size];
        owners = new int[size];
        found.forEach(this::put);
        LETTERS.forEach((names, own) -> own.chars().forEach(c -> letters[c] |= bits(names)));
    }

    /**
     * Language of a text as BCP 47; empty where there are too few letters, or a script no language here is written in.
     */
    public Optional<String> detect(String text) {
        Sample sample = new Sample();
        sample.read(text);
        if (sample.letters() < MIN_LETTERS && sample.count(Script.HAN) < CLEAR_LETTERS) {
            return Optional.empty();
        }
        return Optional.ofNullable(sample.language());
    }

    /** What one text shows. */
    private final class Sample {
        private final int[] counts = new int[SCRIPTS.length];
        private final double[] words = new double[languages.size()];
        private final int[] own = new int[languages.size()];

        void read(String text) {
            char[] sample = new char[Math.min(text.length(), SAMPLE)];
            text.getChars(0, sample.length, sample, 0);
            long hash = 0;
            for (char c : sample) {
                int script = SCRIPT[c];
                counts[script]++;
                if (script <= Script.OTHER.place) {
                    letter(LOWER[c]);
                    hash = next(hash, LOWER[c]);
                } else if (hash != 0 && script == Script.INSIDE.place) {
                    hash = next(hash, c);
                } else if (hash != 0 && script == Script.GAP.place) {
                    word(hash);
                    hash = 0;
                }
            }
            if (hash != 0) {
                word(hash);
            }
        }

        int count(Script script) {
            return counts[script.place];
        }

        int letters() {
            int letters = 0;
            for (int script = 0; script <= Script.OTHER.place; script++) {
                letters += counts[script];
            }
            return letters;
        }

        private void letter(char c) {
            for (int users = LanguageDetector.this.letters[c]; users != 0; users &= users - 1) {
                own[Integer.numberOfTrailingZeros(users)]++;
            }
        }

        /** A word is worth the less, the more languages have it. */
        private void word(long hash) {
            int users = ownersOf(hash);
            double worth = 1.0 / Math.max(1, Integer.bitCount(users));
            for (; users != 0; users &= users - 1) {
                words[Integer.numberOfTrailingZeros(users)] += worth;
            }
        }

        String language() {
            Script script = mainScript();
            return switch (script) {
                case HAN -> count(Script.KANA) * 10 > count(Script.HAN) ? "ja" : "zh";
                case KANA -> "ja";
                case HANGUL -> "ko";
                case LATIN, CYRILLIC, ARABIC -> best(script);
                case OTHER, INSIDE, MARK, GAP -> null;
            };
        }

        /** The script of most letters; a Han character counts for two, since it stands for about a word. */
        private Script mainScript() {
            Script best = Script.OTHER;
            int most = 0;
            for (Script script : SCRIPTS) {
                int weight = count(script) * (script == Script.HAN ? 2 : 1);
                if (script.isOfLetters() && weight > most) {
                    most = weight;
                    best = script;
                }
            }
            return best;
        }

        private String best(Script script) {
            String best = null;
            double most = -1;
            for (int i = 0; i < own.length; i++) {
                if (scripts.get(i) == script) {
                    double score = words[i]
                            + Math.min(own[i], MOST_LETTERS) * OWN_LETTER
                            + (ENGINE.contains(languages.get(i)) ? READ_HERE : 0)
                            + (languages.get(i).equals("fa") ? READ_HERE / 2 : 0);
                    if (score > most) {
                        most = score;
                        best = languages.get(i);
                    }
                }
            }
            return best;
        }
    }

    private void read(String[] line) {
        int bit = 1 << languages.size();
        languages.add(line[0]);
        scripts.add(scriptOf(line[1].charAt(0)));
        for (int i = 1; i < line.length; i++) {
            long hash = 0;
            for (int at = 0; at < line[i].length(); at++) {
                hash = next(hash, line[i].charAt(at));
            }
            found.merge(hash, bit, (one, other) -> one | other);
        }
    }

    private int bits(String names) {
        int bits = 0;
        for (String name : BLANKS.split(names, -1)) {
            bits |= 1 << languages.indexOf(name);
        }
        return bits;
    }

    private void put(long hash, int users) {
        int at = slot(hash);
        hashes[at] = hash;
        owners[at] = users;
    }

    private int ownersOf(long hash) {
        return owners[slot(hash)];
    }

    /** Where a hash is, or belongs: the table is never full. */
    private int slot(long hash) {
        int mask = hashes.length - 1;
        int at = (int) (hash ^ hash >>> 32) & mask;
        while (hashes[at] != 0 && hashes[at] != hash) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** FNV-1a; a word's hash is never zero in practice, and zero stands for no word. */
    private static long next(long hash, char c) {
        return ((hash == 0 ? 0xcbf29ce484222325L : hash) ^ c) * 0x100000001b3L;
    }

    private static Script scriptOf(char c) {
        if (c >= 0x400 && c < 0x530) {
            return Script.CYRILLIC;
        }
        if ((c >= 0x4e00 && c < 0xa000) || (c >= 0x3400 && c < 0x4dc0)) {
            return Script.HAN;
        }
        if (Character.isLetter(c)) {
            return c < 0x250 ? Script.LATIN : c >= 0x600 && c < 0x700 ? Script.ARABIC : ofLetter(c);
        }
        if (c == '\'' || c == JOINER) {
            return Script.INSIDE;
        }
        return Character.getType(c) == Character.NON_SPACING_MARK ? Script.MARK : Script.GAP;
    }

    private static Script ofLetter(char c) {
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

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                LanguageDetector.class.getResourceAsStream("function-words.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
