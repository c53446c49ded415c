package communique.enrich.duplicate;

import communique.enrich.EnrichMeter;
import communique.kit.kafka.EventHeaders;
import communique.kit.metrics.Metrics;
import communique.schemas.v1.RawArticle;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Lets an article through unless the same content came under the same id before, within the retention of raw articles;
 * that it is taken back is let through once too. A dead letter that is sent again passes: it was seen when it failed.
 */
public final class SeenArticleProcessor implements FixedKeyProcessor<String, RawArticle, RawArticle> {
    /** As long as raw articles are kept: a replay of the whole topic finds every one of them seen. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private static final String STORE = "seen-articles";

    private final Counter dropped;
    private final InstantSource clock;
    private FixedKeyProcessorContext<String, RawArticle> context;
    private WindowStore<String, String> seen;

    private SeenArticleProcessor(Counter dropped, InstantSource clock) {
        this.dropped = dropped;
        this.clock = clock;
    }

    /**
     * Makes processors with their store.
     *
     * @param clock a clock that nobody sets
     */
    public static FixedKeyProcessorSupplier<String, RawArticle, RawArticle> supplier(
            Metrics metrics, InstantSource clock) {
        Counter dropped = metrics.counter(EnrichMeter.DUPLICATES);
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, RawArticle, RawArticle> get() {
                return new SeenArticleProcessor(dropped, clock);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(STORE, REMEMBERED, REMEMBERED, false),
                        Serdes.String(),
                        Serdes.String()));
            }
        };
    }

    @Override
    public void init(FixedKeyProcessorContext<String, RawArticle> processorContext) {
        context = processorContext;
        seen = context.getStateStore(STORE);
    }

    @Override
    public void process(FixedKeyRecord<String, RawArticle> record) {
        String hash = hashOf(record.value());
        // One record from far ahead would make the store forget all it has, and whatever comes after it.
        long now = Math.min(record.timestamp(), clock.millis());
        if (!isSentAgain(record) && isSeen(record.key(), hash, now)) {
            dropped.increment();
            return;
        }
        seen.put(record.key(), hash, now);
        context.forward(record);
    }

    private static boolean isSentAgain(FixedKeyRecord<String, RawArticle> record) {
        return record.headers().lastHeader(EventHeaders.REDRIVES) != null;
    }

    /** An article that is taken back comes with the content it had. */
    private static String hashOf(RawArticle article) {
        return article.getContentHash() + (article.getRetracted() ? "/retracted" : "");
    }

    private boolean isSeen(String id, String hash, long now) {
        try (WindowStoreIterator<String> found =
                seen.fetch(id, now - REMEMBERED.toMillis(), now + REMEMBERED.toMillis())) {
            while (found.hasNext()) {
                if (found.next().value.equals(hash)) {
                    return true;
                }
            }
            return false;
        }
    }
}
