package communique.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The machine's clock as other processes see it, by libfaketime: it can be set while they run. Time goes on as ever.
 */
final class FakeClock {
    private final Path offset;

    /** A clock that is right. */
    FakeClock(Path folder) {
        offset = folder.resolve("clock-offset");
        set(Duration.ZERO);
    }

    static boolean isInstalled() {
        return library().isPresent();
    }

    /** What processes need in their environment. */
    Map<String, String> environment(String zone) {
        return Map.of(
                "LD_PRELOAD",
                library().orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Else waits that count on the other clock end at once
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "NO_FAKE_STAT",
                "1",
                "TZ",
                zone);
    }

    /** Sets it so far ahead, or back. */
    void set(Duration ahead) {
        try {
            Files.writeString(offset, String.format("%+d", ahead.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> library() {
        Path usual = Path.of("/usr/lib");
        if (!Files.isDirectory(usual)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> architectures = Files.newDirectoryStream(usual, "*-linux-*")) {
            for (Path architecture : architectures) {
                Path library = architecture.resolve("faketime").resolve("libfaketime.so.1");
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
