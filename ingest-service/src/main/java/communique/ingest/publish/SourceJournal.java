package communique.ingest.publish;

import communique.schemas.v1.SourceState;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of every source: held in memory, kept in a compacted topic. Safe for use by many threads. */
public final class SourceJournal {
    private static final Logger LOG = LoggerFactory.getLogger(SourceJournal.class);
    /** Type of the events it sends. */
    public static final String EVENT = "communique.source.polled.v1";

    private final Outbox<String, SourceState> outbox;
    private final Clock clock;
    private final Map<String, SourceState> states = new ConcurrentHashMap<>();

    /** An empty journal; a {@link TopicFollower} fills it. */
    public SourceJournal(Outbox<String, SourceState> outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the topic says of a source, unless a later poll is known here; null where it was deleted. */
    public void restore(String sourceId, SourceState state) {
        if (state == null) {
            states.remove(sourceId);
        } else {
            states.merge(sourceId, state, SourceJournal::later);
        }
    }

    private static SourceState later(SourceState one, SourceState other) {
        Instant first = one.getPolled().orElse(Instant.EPOCH);
        return first.isAfter(other.getPolled().orElse(Instant.EPOCH)) ? one : other;
    }

    /** The last known state of a source. */
    public Optional<SourceState> of(String sourceId) {
        return Optional.ofNullable(states.get(sourceId));
    }

    /** The last known states of all sources. */
    public Stream<SourceState> all() {
        return states.values().stream();
    }

    /**
     * Keeps a state. Where Kafka does not take it, it is still known here, and the next poll writes a newer one: at
     * worst a feed is read once more than needed after a restart.
     */
    public void save(SourceState state) {
        states.put(state.getSourceId(), state);
        String id = state.getSourceId() + "/"
                + state.getPolled().map(Instant::toString).orElse("");
        var unused = outbox.send(outbox.event(state.getSourceId(), state, id, clock.instant()))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.warn("state of source {} was not kept: {}", state.getSourceId(), failure.getMessage());
                    }
                });
    }
}
