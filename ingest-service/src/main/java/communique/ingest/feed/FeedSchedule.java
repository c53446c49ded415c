package communique.ingest.feed;

import communique.ingest.IngestMeter;
import communique.ingest.fetch.FetchOutcome;
import communique.ingest.fetch.FetchReason;
import communique.ingest.fetch.HostGate;
import communique.ingest.fetch.HostGate.Pass;
import communique.ingest.publish.SourceJournal;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.HealthCheck;
import communique.kit.metrics.Metrics;
import communique.schemas.v1.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls every feed of this instance's share when its time has come and its host's turn, several at once, none twice at
 * the same time. A feed that is slow holds one thread for as long as a poll may take. Feeds that do not answer, or did
 * not yet, hold no thread of those that do, and feeds whose pages are fetched hold none of either.
 */
public final class FeedSchedule implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSchedule.class);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long CLOSE_WITHIN_SECONDS = 5;

    private final List<FeedSource> sources;
    private final Predicate<String> share;
    private final HostGate gate;
    private final Duration usualInterval;
    private final SourceJournal journal;
    private final FeedPoller poller;
    private final Metrics metrics;
    private final SourceReports reports;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker;
    private final Map<Lane, PollThreads> pollers = new EnumMap<>(Lane.class);

    private enum Lane {
        ANSWERING,
        DOUBTFUL,
        PAGES
    }

    /**
     * A schedule that does nothing yet.
     *
     * @param share whether a source, by its id, is this instance's to poll
     * @param gate keeps requests to one host apart
     * @param usualInterval time from one poll of a feed to the next, as long as nothing is known of it
     * @param threads how many feeds are polled at once, of each kind
     */
    public FeedSchedule(
            SourceList sources,
            Predicate<String> share,
            HostGate gate,
            Duration usualInterval,
            int threads,
            SourceJournal journal,
            FeedPoller poller,
            Metrics metrics,
            Clock clock) {
        this.sources = sources.sources();
        this.share = share;
        this.gate = gate;
        this.usualInterval = usualInterval;
        this.journal = journal;
        this.poller = poller;
        this.metrics = metrics;
        this.reports = new SourceReports(journal, metrics);
        this.clock = clock;
        this.ticker = Executors.newSingleThreadScheduledExecutor(FeedSchedule::tickerThread);
        for (Lane lane : Lane.values()) {
            pollers.put(
                    lane, new PollThreads(threads, "feed-poll-" + lane.name().toLowerCase(Locale.ROOT)));
        }
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
        long mine = sources.stream().filter(source -> share.test(source.id())).count();
        String others = mine == sources.size() ? "" : ", " + mine + " of them polled here";
        return Health.ready(sources.size() + " feeds, " + failing + " of them failing" + others);
    }

    /** Lets running polls end for some seconds, then breaks them off; what they did not finish is polled again. */
    @Override
    public void close() {
        ticker.shutdownNow();
        pollers.values().forEach(PollThreads::shutdown);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_WITHIN_SECONDS);
        try {
            for (PollThreads lane : pollers.values()) {
                lane.awaitEnd(until);
            }
        } catch (InterruptedException e) {
            pollers.values().forEach(PollThreads::shutdownNow);
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

    /** Hands every feed whose time has come to a poller thread, those first that wait longest: hosts take turns. */
    void pollDue() {
        Instant now = clock.instant();
        sources.stream()
                .filter(source -> share.test(source.id()) && !underWay.contains(source.id()))
                .map(source -> new Due(
                        source, known(source).flatMap(SourceState::getNextPoll).orElse(Instant.EPOCH)))
                .filter(due -> !due.since().isAfter(now))
                .sorted(Comparator.comparing(Due::since))
                .forEach(due -> begin(due.source()));
    }

    private record Due(FeedSource source, Instant since) {}

    /** Where there is no thread, or it is not the host's turn, the feed stays due. */
    private void begin(FeedSource source) {
        Optional<SourceState> before = known(source);
        PollThreads threads = pollers.get(lane(source, before));
        if (!threads.hasFree() || !underWay.add(source.id())) {
            return;
        }
        Optional<Pass> turn = gate.tryEnter(before.map(SourceState::getUrl).orElse(source.url()));
        if (turn.isEmpty()) {
            underWay.remove(source.id());
            return;
        }
        threads.execute(() -> {
            try {
                poll(source, before, turn.get());
            } finally {
                underWay.remove(source.id());
            }
        });
    }

    private Lane lane(FeedSource source, Optional<SourceState> before) {
        boolean answers = before.filter(state -> state.getFailures() == 0).isPresent();
        if (!answers) {
            return Lane.DOUBTFUL;
        }
        return poller.fetchesPages(source) ? Lane.PAGES : Lane.ANSWERING;
    }

    /** The state of a source; what is known of another address is of no use. */
    private Optional<SourceState> known(FeedSource source) {
        return journal.of(source.id())
                .filter(state -> state.getConfiguredUrl().orElse(state.getUrl()).equals(source.url()));
    }

    private void poll(FeedSource source, Optional<SourceState> before, Pass turn) {
        long started = System.nanoTime();
        PollResult result = result(source, before, turn);
        SourceState after = PollPlan.after(source, usualInterval, before, result, clock.instant());
        journal.save(after);
        metrics.counter(IngestMeter.POLLS, "outcome", result.reason().tag()).increment();
        metrics.timer(IngestMeter.POLL_TIME).record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        reports.tell(source, before, after, result);
    }

    @SuppressWarnings("try") // the turn is held, not used
    private PollResult result(FeedSource source, Optional<SourceState> before, Pass turn) {
        try {
            FetchOutcome outcome;
            try (turn) {
                outcome = poller.fetch(source, before);
            }
            return poller.take(source, before, outcome);
        } catch (RuntimeException e) {
            LOG.error("poll of {} met a bug", source.id(), e);
            return PollResult.failed(FetchReason.BUG, e.toString());
        }
    }

    private static Thread tickerThread(Runnable work) {
        Thread thread = new Thread(work, "feed-schedule");
        thread.setDaemon(true);
        return thread;
    }
}
