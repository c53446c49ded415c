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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads data files: those on the class path, then those of the same name in an operator's folder, which add to them.
 *
 * <p>Blank lines and lines that begin with {@code #} are skipped. A malformed line is a {@link LexiconException} with
 * file and line.
 */
public final class LexiconFiles {
    private static final Pattern HEAD = Pattern.compile("\\[([^\\]]+)\\]\\s*(.*)");
    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    private final Optional<Path> overlay;

    /**
     * The files to read.
     *
     * @param overlay folder whose files add to ours
     */
    public LexiconFiles(Optional<Path> overlay) {
        this.overlay = overlay;
    }

    /**
     * All blocks of a file, ours first.
     *
     * @param name such as {@code people.txt}
     */
    public List<Block> read(String name) {
        List<Block> blocks = new ArrayList<>(parse(name, ours(name)));
        overlay.map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .ifPresent(file -> blocks.addAll(parse(file.toString(), theirs(file))));
        return blocks;
    }

    private static List<String> ours(String name) {
        InputStream stream = LexiconFiles.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalArgumentException("no such data file: " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
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
        return new Block.Field(number, line.substring(0, colon).strip(), values);
    }
}
