package communique.ingest.archive;

import communique.ingest.article.Rejection;
import communique.ingest.publish.PublishException;
import communique.ingest.publish.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in files as they appear in a folder. What was taken in moves to {@code done/}; a file of which something could
 * not be taken in moves to {@code failed/}, beside it a file that ends in {@code .reason.txt} and says what and why.
 * Files in {@code backfill/} are from the past.
 *
 * <p>A file is read when it has not grown from one look to the next, so writers need no trick; those who move a file in
 * are as welcome. Names that begin with a dot are left alone. While Kafka does not answer, files stay where they are.
 */
public final class DropFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final String BACKFILL = "backfill";
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final String REASON = ".reason.txt";

    /** In bytes; of the file systems in use. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_ENDING = 10;
    private static final long LOOK_EVERY_MILLIS = 1000;
    private static final long CLOSE_WITHIN_SECONDS = 5;

    private final Path folder;
    private final Archive archive;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "drop-folder");
        thread.setDaemon(true);
        return thread;
    });

    private record Seen(long size, FileTime changed) {}

    /** Watches nothing yet. */
    public DropFolder(Path folder, Archive archive) {
        this.folder = folder;
        this.archive = archive;
    }

    /** Begins to watch. */
    @SuppressWarnings("FutureReturnValueIgnored") // it never fails and ends with the executor
    public void start() {
        looker.scheduleWithFixedDelay(this::lookSafely, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        looker.shutdown();
        try {
            if (!looker.awaitTermination(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                looker.shutdownNow();
            }
        } catch (InterruptedException e) {
            looker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** A bug or a full disk must not end the looking. */
    private void lookSafely() {
        try {
            look();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be looked through, trying again: {}", folder, e.toString());
        }
    }

    /** Takes in what has not changed since the last look. */
    void look() throws IOException {
        Map<Path, Seen> now = new HashMap<>();
        for (Path place : List.of(folder, folder.resolve(BACKFILL))) {
            for (Path file : files(place)) {
                look(file, place, now);
            }
        }
        seen.clear();
        seen.putAll(now);
    }

    private void look(Path file, Path place, Map<Path, Seen> now) {
        try {
            Seen state = new Seen(Files.size(file), Files.getLastModifiedTime(file));
            now.put(file, state);
            if (state.equals(seen.get(file))) {
                take(file, place);
            }
        } catch (PublishException e) {
            LOG.warn("{} stays: {}", file, e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.warn("trouble with {}, going on with the others: {}", file, e.toString());
        }
    }

    private void take(Path file, Path place) throws IOException {
        IngestReport report = archive.ingest(file, !place.equals(folder));
        List<IngestReport.Item> rejected = report.rejected();
        Path moved = move(file, rejected.isEmpty() ? DONE : FAILED);
        if (!rejected.isEmpty()) {
            Files.writeString(moved.resolveSibling(moved.getFileName() + REASON), reasons(rejected));
        }
    }

    /** A name that is there already gets a number: nothing is overwritten. */
    private Path move(Path file, String where) throws IOException {
        Path target = Files.createDirectories(folder.resolve(where));
        String name = file.getFileName().toString();
        int longest = FAILED.equals(where) ? LONGEST_NAME - REASON.length() : LONGEST_NAME;
        String first = shortened(name, longest);
        Path moved = first.equals(name) ? target.resolve(file.getFileName()) : target.resolve(first);
        for (int number = 2; Files.exists(moved); number++) {
            moved = target.resolve(shortened(number + "-" + name, longest));
        }
        return Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The name, cut where it has more bytes; its ending, which says what it is, stays. */
    static String shortened(String name, int longest) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        StringBuilder stem = new StringBuilder(name.substring(0, name.length() - ending.length()));
        while ((stem + ending).getBytes(StandardCharsets.UTF_8).length > longest) {
            stem.setLength(stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    private static String reasons(List<IngestReport.Item> rejected) {
        return rejected.stream()
                .map(item -> item.name() + ": " + reason(item) + "\n")
                .collect(Collectors.joining());
    }

    private static String reason(IngestReport.Item item) {
        Rejection why = ((Received.Rejected) item.received()).why();
        return why.reason().tag() + ", " + why.detail();
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
