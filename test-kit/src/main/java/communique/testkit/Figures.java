package communique.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What tests measured, for the documents: lines of {@code target/figures.txt} of their module. They decide nothing. */
public final class Figures {
    private static final Path FILE = Path.of("target", "figures.txt");

    private Figures() {}

    /** Median and longest of several times. */
    public static void record(String what, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        record(
                what,
                String.format(
                        Locale.ROOT,
                        "median %.1f s, longest %.1f s, of %d",
                        seconds(sorted.get(sorted.size() / 2)),
                        seconds(sorted.get(sorted.size() - 1)),
                        sorted.size()));
    }

    /** One figure. */
    public static void record(String what, String figure) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, what + ": " + figure + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
