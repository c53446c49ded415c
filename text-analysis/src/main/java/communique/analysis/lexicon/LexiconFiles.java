package communique.analysis.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads data files: the shared ones and those in the folders of the languages, on the class path and in an operator's
 * folder, which adds to them.
 *
 * <p>Blank lines and lines that begin with {@code #} are skipped. A malformed line is a {@link LexiconException} with
 * file and line.
 */
public final class LexiconFiles {
    /** The languages with a folder of data, by BCP 47 code. */
    public static final List<String> LANGUAGES = List.of("en", "zh", "ru", "fa", "ur", "ps");

    private static final List<String> SHARED = List.of(
            "blocs.txt",
            "boilerplate.txt",
            "concepts.txt",
            "countries.txt",
            "offices.txt",
            "organs.txt",
            "outlets.txt",
            "people.txt",
            "topics.txt");
    private static final List<String> OF_ONE_LANGUAGE = List.of("outsiders.txt", "speech.txt", "words.txt");

    private static final Pattern HEAD = Pattern.compile("\\[([^\\]]+)\\]\\s*(.*)");
    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    private final Optional<Path> overlay;

    /**
     * The files to read.
     *
     * @param overlay folder whose files add to ours; what begins with a dot or ends with {@code .md} is none of them
     * @throws LexiconException where there is no such folder, or something in it would never be read
     */
    public LexiconFiles(Optional<Path> overlay) {
        this.overlay = overlay;
        overlay.ifPresent(folder -> {
            check(folder, known(SHARED, LANGUAGES));
            LANGUAGES.stream()
                    .map(folder::resolve)
                    .filter(Files::exists)
                    .forEach(language -> check(language, known(SHARED, OF_ONE_LANGUAGE)));
        });
    }

    private static SortedSet<String> known(List<String> some, List<String> others) {
        SortedSet<String> known = new TreeSet<>(some);
        known.addAll(others);
        return known;
    }

    private static void check(Path folder, SortedSet<String> known) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isStrange(file.getFileName().toString(), known))
                    .min(Comparator.naturalOrder())
                    .ifPresent(file -> {
                        throw new LexiconException(
                                file.toString(), 1, "nothing is read from here; known are " + String.join(", ", known));
                    });
        } catch (IOException e) {
            throw new LexiconException(folder.toString(), 1, "is no folder that can be read");
        }
    }

    private static boolean isStrange(String name, Set<String> known) {
        return !known.contains(name) && !name.startsWith(".") && !name.endsWith(".md");
    }

    /**
     * All entries of a file: the shared one, then those of the same name in the languages' folders, each on the class
     * path and then in the operator's folder. Entries of one id are one.
     *
     * @param name such as {@code people.txt}, or {@code en/words.txt} for that of one language alone
     */
    public Collection<Block> read(String name) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        Stream.concat(Stream.of(name), LANGUAGES.stream().map(language -> language + "/" + name))
                .flatMap(file -> Stream.concat(ours(file), overlaid(file)))
                .forEach(block -> blocks.merge(block.id(), block, Block::with));
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("no such data file: " + name);
        }
        return blocks.values();
    }

    private Stream<Block> overlaid(String name) {
        return overlay.map(folder -> folder.resolve(name)).filter(Files::exists).stream()
                .flatMap(file -> parse(file.toString(), theirs(file)).stream());
    }

    private static Stream<Block> ours(String name) {
        InputStream stream = LexiconFiles.class.getResourceAsStream(name);
        if (stream == null) {
            return Stream.empty();
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(name, reader.lines().toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> theirs(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new LexiconException(file.toString(), 1, "cannot be read as UTF-8 text");
        }
    }

    static List<Block> parse(String file, List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher head = HEAD.matcher(line);
            if (head.matches()) {
                blocks.add(new Block(
                        file, i + 1, head.group(1).strip(), head.group(2).strip(), new ArrayList<>()));
            } else if (blocks.isEmpty()) {
                throw new LexiconException(file, i + 1, "a line before the first [entry]");
            } else {
                blocks.get(blocks.size() - 1).fields().add(field(file, i + 1, line));
            }
        }
        return blocks;
    }

    private static Block.Field field(String file, int number, String line) {
        int colon = line.indexOf(": ");
        if (colon <= 0) {
            throw new LexiconException(file, number, "neither '[entry]' nor 'key: value | value'");
        }
        List<String> values = List.of(BAR.split(line.substring(colon + 2).strip(), -1));
        if (values.contains("")) {
            throw new LexiconException(file, number, "an empty value; values are separated by one bar");
        }
        return new Block.Field(file, number, line.substring(0, colon).strip(), values);
    }
}
