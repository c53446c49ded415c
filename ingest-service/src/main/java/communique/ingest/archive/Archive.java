package communique.ingest.archive;

import communique.ingest.article.Draft;
import communique.ingest.article.Original;
import communique.ingest.article.PageReader;
import communique.ingest.article.RejectionReason;
import communique.ingest.article.Verdict;
import communique.ingest.publish.DeadLetters;
import communique.ingest.publish.Intake;
import communique.ingest.publish.PublishException;
import communique.ingest.publish.Received;
import communique.schemas.v1.Origin;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Takes in the articles of a file, or of all files below a folder, by path in alphabetical order: {@code .txt},
 * {@code .html}, {@code .json}, {@code .jsonl}. What cannot be processed goes to the dead-letter topic, and the next is
 * processed.
 */
public final class Archive {
    private static final String STAGE = "archive";
    /** As many articles are on their way to Kafka at most. */
    private static final int MOST_UNDER_WAY = 1000;

    private final Intake intake;
    private final DeadLetters deadLetters;
    private final ArticleFile reader;

    /** An archive reader. */
    public Archive(Intake intake, DeadLetters deadLetters, PageReader pages) {
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.reader = new ArticleFile(pages);
    }

    /** Takes everything in as news of today. */
    public IngestReport ingest(Path input) throws IOException {
        return ingest(input, false);
    }

    /**
     * Takes everything in and waits until Kafka has it.
     *
     * @param input a file or a folder
     * @param backfill whether all of it is from the past: nobody is paged for it
     * @throws IOException where there is no such file or folder, or it cannot be listed
     * @throws PublishException where Kafka does not take an article; what it took is known, so that the same can be
     *     asked for again
     */
    public IngestReport ingest(Path input, boolean backfill) throws IOException {
        List<IngestReport.Item> items = new ArrayList<>();
        Deque<CompletableFuture<IngestReport.Item>> underWay = new ArrayDeque<>();
        try {
            for (Path file : files(input)) {
                reader.read(file, name(input, file), (name, original, draft) -> {
                    underWay.add(take(name, original, backfill ? past(draft) : draft)
                            .thenApply(done -> new IngestReport.Item(name, done)));
                    if (underWay.size() > MOST_UNDER_WAY) {
                        items.add(underWay.remove().join());
                    }
                });
            }
            underWay.forEach(item -> items.add(item.join()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof PublishException failure ? failure : e;
        }
        return new IngestReport(items);
    }

    private static Verdict<Draft> past(Verdict<Draft> draft) {
        return draft.then(fit -> Verdict.fit(fit.asBackfill()));
    }

    private CompletableFuture<Received> take(String name, Original original, Verdict<Draft> draft) {
        return draft.either(intake::take, why -> CompletableFuture.completedFuture(intake.reject(Origin.FILE, why)))
                .thenCompose(received -> settle(name, original, received));
    }

    /** A file of another kind is no record that failed: it gets no dead letter. */
    private CompletableFuture<Received> settle(String name, Original original, Received received) {
        return received instanceof Received.Rejected rejected && rejected.why().reason() != RejectionReason.UNKNOWN_TYPE
                ? deadLetters.send(STAGE, name, original, rejected.why()).thenApply(done -> received)
                : CompletableFuture.completedFuture(received);
    }

    private static List<Path> files(Path input) throws IOException {
        if (Files.isRegularFile(input)) {
            return List.of(input);
        }
        try (Stream<Path> all = Files.walk(input)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !name(input, file).startsWith(".")
                            && !name(input, file).contains("/."))
                    .sorted(Comparator.comparing(file -> name(input, file)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path input, Path file) {
        Path name = input.equals(file) ? file.getFileName() : input.relativize(file);
        return name.toString().replace(File.separatorChar, '/');
    }
}
