package communique.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected output kept in a file beside the test. {@code -Dgolden.write=true} writes it anew; the difference is then
 * reviewed.
 */
public final class Golden {
    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    private Golden() {}

    /**
     * The expected output.
     *
     * @param file path below {@code src/test/resources}
     * @param actual what is written to it under the switch
     */
    public static String expected(String file, String actual) {
        Path path = Path.of("src", "test", "resources").resolve(file);
        try {
            if (WRITE) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("run once with -Dgolden.write=true and review what it wrote", e);
        }
    }
}
