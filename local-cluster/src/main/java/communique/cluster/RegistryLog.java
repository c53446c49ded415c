package communique.cluster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the registry prints.
 *
 * @param file where it is printed to
 * @param start size of the file before this start of the registry
 */
record RegistryLog(Path file, long start) {
    private static final int LINES = 15;
    private static final int BYTES = 8_192;

    /** The log in a registry's folder. */
    static RegistryLog in(Path folder) throws IOException {
        Path file = folder.resolve("registry.log");
        return new RegistryLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** Name of the file and the last lines printed since this start, those of stack traces that name code left out. */
    String lastLines() {
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            reader.seek(Math.max(start, reader.length() - BYTES));
            byte[] tail = new byte[(int) (reader.length() - reader.getFilePointer())];
            reader.readFully(tail);
            List<String> lines = new String(tail, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("\t"))
                    .toList();
            return lines.stream()
                    .skip(Math.max(0, lines.size() - LINES))
                    .collect(Collectors.joining("\n", "last lines of " + file + ":\n", ""));
        } catch (IOException e) {
            return "see " + file;
        }
    }
}
