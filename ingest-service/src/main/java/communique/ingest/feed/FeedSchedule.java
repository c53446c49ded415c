package communique.ingest.feed;

import communique.ingest.IngestMeter;
import communique.ingest.fetch.FetchReason;
import communique.ingest.publish.SourceJournal;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.HealthCheck;
import communique.kit.metrics.Metrics;
import communique.schemas.v1.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls every feed when its time has come, several at once, none twice at the same time. A feed that is slow holds one
 * thread for as long as a poll may take, and no other feed.
 */
public final class FeedSchedule implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSchedule.class);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long CLOSE_WITHIN_SECONDS = 5;

    private final List<FeedSource> sources;
    private final Duration usualInterval;
    private final SourceJournal journal;
    private final FeedPoller poller;
    private final Metrics metrics;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker;
    private final ExecutorService pollers;

    /**
     * A schedule that does nothing yet.
     *
     * @param usualInterval time from one poll of a feed to the next, where the feed has none of its own
     * @param threads how many feeds are polled at once
     */
    public FeedSchedule(
            SourceList sources,
            Duration usualInterval,
            int threads,
            SourceJournal journal,
            FeedPoller poller,
            Metrics metrics,
            Clock clock) {
        this.sources = sources.sources();
        this.usualInterval = usualInterval;
        this.journal = journal;
        this.poller = poller;
        this.metrics = metrics;
        this.clock = clock;
        this.ticker = Executors.newSingleThreadScheduledExecutor(threads("feed-schedule"));
        this.pollers = Executors.newFixedThreadPool(threads, threads("feed-poll"));
    }

    /** Begins to poll. */
    @SuppressWarnings("FutureReturnValueIgnored") // it never fails and ends with the executor
    public void start() {
        ticker.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public String name() {
        return "feeds";
    }

    /** Failing feeds are no reason to take a service out of use; the detail says how many there are. */
    @Override
    public Health check() {
        long failing = sources.stream()
                .flatMap(source -> known(source).stream())
                .filter(state -> state.getFailures() > 0)
                .count();
        return Health.ready(sources.size() + " feeds, " + failing + " of them failing");
    }

    /** Lets running polls end for some seconds, then breaks them off; what they did not finish is polled again. */
    @Override
    public void close() {
        ticker.shutdownNow();
        pollers.shutdown();
        try {
            if (!pollers.awaitTermination(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                pollers.shutdownNow();
            }
        } catch (InterruptedException e) {
            pollers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** A bug met while looking must not end the looking. */
    private void look() {
        try {
            pollDue();
        } catch (RuntimeException e) {
            LOG.error("looking for due feeds met a bug", e);
        }
    }

    /** Hands every feed whose time has come to a poller thread. */
    void pollDue() {
        Instant now = clock.instant();
        for (FeedSource source : sources) {
            if (isDue(source, now) && underWay.add(source.id())) {
                pollers.execute(() -> {
                    try {
                        poll(source);
                    } finally {
                        underWay.remove(source.id());
                    }
                });
            }
        }
    }

    private boolean isDue(FeedSource source, Instant now) {
        return known(source)
                .flatMap(SourceState::getNextPoll)
                .filter(next -> next.isAfter(now))
                .isEmpty();
    }

    /** The state of a source; what is known of another address is of no use. */
    private Optional<SourceState> known(FeedSource source) {
        return journal.of(source.id()).filter(state -> state.getUrl().equals(source.url()));
    }

    private void poll(FeedSource source) {
        long started = System.nanoTime();
        Optional<SourceState> before = known(source);
        PollResult result = result(source, before);
        Duration interval = source.interval().orElse(usualInterval);
        journal.save(PollPlan.after(source, interval, before, result, clock.instant()));
        metrics.counter(IngestMeter.POLLS, "outcome", result.reason().tag()).increment();
        metrics.timer(IngestMeter.POLL_TIME).record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        report(source, before, result);
    }

    private PollResult result(FeedSource source, Optional<SourceState> before) {
        try {
            return poller.poll(source, before);
        } catch (RuntimeException e) {
            LOG.error("poll of {} met a bug", source.id(), e);
            return PollResult.failed(FetchReason.BUG, e.toString());
        }
    }

    /** One line when a feed begins to fail, fails otherwise, or is back; none while nothing changes. */
    private static void report(FeedSource source, Optional<SourceState> before, PollResult result) {
        boolean same = before.filter(
                        state -> state.getOutcome().equals(result.reason().tag()))
                .isPresent();
        boolean wasFailing = before.filter(state -> state.getFailures() > 0).isPresent();
        if (!result.reason().isSuccess() && !same) {
            LOG.warn("feed {}: {} ({})", source.id(), result.reason().tag(), result.detail());
        } else if (result.reason().isSuccess() && wasFailing) {
            LOG.info("feed {} answers again", source.id());
        }
    }

    private static ThreadFactory threads(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
