package communique.ingest.publish;

import communique.ingest.IngestMeter;
import communique.ingest.article.Original;
import communique.ingest.article.Rejection;
import communique.kit.metrics.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Puts what cannot be processed on the dead-letter topic: the original bytes, the reason in headers named as Kafka
 * Streams names its own. The same bytes from the same place are sent once, since a feed shows a broken entry again with
 * every poll.
 */
public final class DeadLetters {
    /** Type of the events it sends. */
    public static final String EVENT = "communique.article.rejected.v1";

    private static final String CONTENT_TYPE = "content-type";
    private static final String ERRORS = "__streams.errors.";
    private static final int MOST_BYTES = 256 * 1024;
    private static final int REMEMBERED = 10_000;

    private final Outbox<byte[], byte[]> outbox;
    private final Metrics metrics;
    private final Clock clock;
    private final Set<String> sent = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    /** Dead letters to one topic. */
    public DeadLetters(Outbox<byte[], byte[]> outbox, Metrics metrics, Clock clock) {
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Sends one.
     *
     * @param stage part of the service that could not go on
     * @param key where it comes from: file and line, or source and entry
     * @return done when Kafka has acknowledged it; fails with a {@link PublishException} where Kafka does not
     */
    public CompletableFuture<Void> send(String stage, String key, Original original, Rejection why) {
        String name = key + "\n" + original.sha256();
        if (!sent.add(name)) {
            return CompletableFuture.completedFuture(null);
        }
        return outbox.send(record(stage, key, original.cutTo(MOST_BYTES), why)).whenComplete((done, failure) -> {
            if (failure == null) {
                metrics.counter(
                                IngestMeter.DEAD_LETTERS,
                                "stage",
                                stage,
                                "reason",
                                why.reason().tag())
                        .increment();
            } else {
                sent.remove(name);
            }
        });
    }

    private ProducerRecord<byte[], byte[]> record(String stage, String key, Original original, Rejection why) {
        ProducerRecord<byte[], byte[]> record =
                outbox.event(key.getBytes(StandardCharsets.UTF_8), original.bytes(), key, clock.instant());
        Headers headers = record.headers();
        headers.remove(CONTENT_TYPE);
        add(headers, CONTENT_TYPE, "application/octet-stream");
        add(headers, ERRORS + "exception", why.reason().name());
        add(headers, ERRORS + "message", why.detail() + (original.isWhole() ? "" : " (kept are " + original + ")"));
        add(headers, ERRORS + "stage", stage);
        return record;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
