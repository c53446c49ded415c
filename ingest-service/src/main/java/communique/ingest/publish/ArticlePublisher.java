package communique.ingest.publish;

import communique.schemas.v1.RawArticle;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts articles on their topic, each once: the same article with the same content is not sent again, with other content
 * it is. Safe for use by many threads.
 */
public final class ArticlePublisher {
    /** Type of the events it sends. */
    public static final String EVENT = "communique.article.received.v1";

    private final Outbox<String, RawArticle> outbox;
    private final SeenArticles seen;
    private final Map<Sending, CompletableFuture<Received>> underWay = new ConcurrentHashMap<>();

    private record Sending(String id, String contentHash, boolean retracted) {
        static Sending of(RawArticle article) {
            return new Sending(article.getId(), article.getContentHash(), article.getRetracted());
        }
    }

    /**
     * A publisher.
     *
     * @param seen what was sent already, by this instance or another
     */
    public ArticlePublisher(Outbox<String, RawArticle> outbox, SeenArticles seen) {
        this.outbox = outbox;
        this.seen = seen;
    }

    /**
     * Sends an article unless it is known.
     *
     * @return done when Kafka has acknowledged it; fails with a {@link PublishException} where Kafka does not
     */
    public CompletableFuture<Received> publish(RawArticle article) {
        Sending sending = Sending.of(article);
        CompletableFuture<Received> mine = new CompletableFuture<>();
        CompletableFuture<Received> others = underWay.putIfAbsent(sending, mine);
        if (others != null) {
            return others.thenApply(received -> new Received.Duplicate(article.getId()));
        }
        CompletableFuture<Received> result = seen.contains(article)
                ? CompletableFuture.completedFuture(new Received.Duplicate(article.getId()))
                : send(article);
        return result.whenComplete((received, failure) -> {
            underWay.remove(sending);
            settle(mine, received, failure);
        });
    }

    private CompletableFuture<Received> send(RawArticle article) {
        String event = article.getId() + "/" + article.getContentHash();
        return outbox.send(outbox.event(article.getId(), article, event, article.getFetched()))
                .thenApply(done -> {
                    seen.add(article);
                    return new Received.Accepted(article.getId());
                });
    }

    private static void settle(CompletableFuture<Received> waiting, Received received, Throwable failure) {
        if (failure == null) {
            waiting.complete(received);
        } else {
            waiting.completeExceptionally(failure);
        }
    }
}
