package communique.ingest.publish;

import communique.ingest.IngestMeter;
import communique.ingest.article.Draft;
import communique.ingest.article.Editor;
import communique.ingest.article.Rejection;
import communique.kit.metrics.Metrics;
import communique.schemas.v1.Origin;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The one path every article takes, whichever way it came in: edited, published once, counted. */
public final class Intake {
    private final Editor editor = new Editor();
    private final ArticlePublisher publisher;
    private final Metrics metrics;
    private final Clock clock;
    private final AtomicInteger underWay = new AtomicInteger();

    /** A path to one publisher. */
    public Intake(ArticlePublisher publisher, Metrics metrics, Clock clock) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes an article in.
     *
     * @return done when it is known what became of it; fails with a {@link PublishException} where Kafka does not take
     *     it
     */
    public CompletableFuture<Received> take(Draft draft) {
        underWay.incrementAndGet();
        CompletableFuture<Received> result = editor.edit(draft, clock.instant())
                .either(publisher::publish, why -> CompletableFuture.completedFuture(new Received.Rejected(why)));
        return result.whenComplete((received, failure) -> {
            underWay.decrementAndGet();
            count(draft.origin(), failure == null ? result(received) : "failed");
        });
    }

    /** How many articles Kafka has been given and has not acknowledged yet. */
    public int underWay() {
        return underWay.get();
    }

    /** Refuses what did not even become a draft. */
    public Received reject(Origin origin, Rejection why) {
        Received rejected = new Received.Rejected(why);
        count(origin, result(rejected));
        return rejected;
    }

    private void count(Origin origin, String result) {
        metrics.counter(IngestMeter.ARTICLES, "way", origin.name().toLowerCase(Locale.ROOT), "result", result)
                .increment();
    }

    private static String result(Received received) {
        if (received instanceof Received.Rejected rejected) {
            return rejected.why().reason().tag();
        }
        return received instanceof Received.Accepted ? "accepted" : "duplicate";
    }
}
