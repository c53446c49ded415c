package communique.ingest.feed;

import communique.ingest.IngestMeter;
import communique.ingest.publish.SourceJournal;
import communique.kit.metrics.Metrics;
import communique.schemas.v1.SourceState;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people what happens to sources: each thing once, and once when it is over. */
final class SourceReports {
    private static final Logger LOG = LoggerFactory.getLogger(SourceReports.class);

    private final SourceJournal journal;
    private final Metrics metrics;

    SourceReports(SourceJournal journal, Metrics metrics) {
        this.journal = journal;
        this.metrics = metrics;
    }

    /** Tells what a poll changed. */
    void tell(FeedSource source, Optional<SourceState> before, SourceState after, PollResult result) {
        String trouble = after.getTrouble();
        String former = before.map(SourceState::getTrouble).orElse(Trouble.NONE.tag());
        if (!trouble.equals(former)) {
            trouble(source, former, trouble, result);
        } else if (after.getFailures() == 1) {
            LOG.info("feed {}: {} ({})", source.id(), result.reason().tag(), result.detail());
        }
        before.filter(state -> !state.getUrl().equals(after.getUrl())).ifPresent(state -> moved(source, after));
    }

    private void trouble(FeedSource source, String former, String trouble, PollResult result) {
        count(former, "over");
        count(trouble, "begun");
        if (trouble.equals(Trouble.NONE.tag())) {
            LOG.info("feed {} is well again, it was {}", source.id(), former);
        } else {
            LOG.warn(
                    "feed {} is {}: {} {}",
                    source.id(),
                    trouble,
                    result.reason().tag(),
                    result.detail());
        }
    }

    private void count(String trouble, String event) {
        if (!trouble.equals(Trouble.NONE.tag())) {
            metrics.counter(IngestMeter.TROUBLES, "kind", trouble, "event", event)
                    .increment();
        }
    }

    private void moved(FeedSource source, SourceState after) {
        LOG.warn("feed {} is polled at {} from now on: change the list of sources", source.id(), after.getUrl());
        journal.all()
                .filter(other -> !other.getSourceId().equals(source.id()))
                .filter(other -> other.getUrl().equals(after.getUrl()))
                .forEach(other ->
                        LOG.warn("feeds {} and {} are the same one now: remove one", source.id(), other.getSourceId()));
    }
}
