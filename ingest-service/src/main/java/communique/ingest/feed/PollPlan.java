package communique.ingest.feed;

import communique.ingest.feed.PollResult.Memory;
import communique.ingest.fetch.FetchOutcome.Validators;
import communique.ingest.fetch.FetchReason;
import communique.schemas.v1.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Decides when a feed is polled next, and at which address. Failures move the next poll further away, one interval for
 * each in a row, and never abandon a feed: feeds that were gone for weeks do come back.
 */
final class PollPlan {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);
    private static final Duration PAUSE_AFTER_GONE = Duration.ofDays(30);

    /** Polls in a row that permanent redirects led to the same address, before it is the feed's own. */
    private static final int BELIEVED = 3;

    /** After "too many requests" feeds of one host come back spread over so many seconds, not all at once. */
    private static final int SPREAD_SECONDS = 60;

    private static final double SOFT = 0.5;
    private static final double PASSING = 0.25;

    private final FeedSource source;
    private final Duration usual;
    private final Optional<SourceState> before;
    private final PollResult result;
    private final Instant now;

    private PollPlan(FeedSource source, Duration usual, Optional<SourceState> before, PollResult result, Instant now) {
        this.source = source;
        this.usual = usual;
        this.before = before;
        this.result = result;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The state after a poll.
     *
     * @param usual time between polls of a feed of which nothing is known
     * @param before the state before it
     * @param now when the poll ended
     */
    static SourceState after(
            FeedSource source, Duration usual, Optional<SourceState> before, PollResult result, Instant now) {
        return new PollPlan(source, usual, before, result, now).state();
    }

    private SourceState state() {
        boolean answered = result.reason().isSuccess();
        int failures = answered ? 0 : before.map(SourceState::getFailures).orElse(0) + 1;
        Optional<Rhythm> rhythm = result.rhythm().or(() -> before.flatMap(Rhythm::remembered));
        Optional<Memory> memory = result.memory();
        Optional<Validators> validators = memory.map(Memory::validators);
        boolean known = memory.isEmpty();
        SourceState.Builder state = SourceState.newBuilder()
                .setSourceId(source.id())
                .setConfiguredUrl(source.url())
                .setPolled(now)
                .setSucceeded(
                        answered
                                ? now
                                : before.flatMap(SourceState::getSucceeded).orElse(null))
                .setNextPoll(now.plus(pause(failures, rhythm)))
                .setOutcome(result.reason().tag())
                .setFailures(failures)
                .setNewest(rhythm.map(Rhythm::newest)
                        .map(time -> time.truncatedTo(ChronoUnit.MILLIS))
                        .orElse(null))
                .setGapMillis(
                        rhythm.flatMap(Rhythm::gap).map(Duration::toMillis).orElse(null))
                .setTrouble(trouble(failures, rhythm).tag())
                .setEtag((known ? before.flatMap(SourceState::getEtag) : validators.flatMap(Validators::etag))
                        .orElse(null))
                .setLastModified((known
                                ? before.flatMap(SourceState::getLastModified)
                                : validators.flatMap(Validators::lastModified))
                        .orElse(null))
                .setBodyHash((known ? before.flatMap(SourceState::getBodyHash) : memory.flatMap(Memory::bodyHash))
                        .orElse(null));
        return address(state).build();
    }

    private Trouble trouble(int failures, Optional<Rhythm> rhythm) {
        Trouble former = before.map(SourceState::getTrouble).map(Trouble::named).orElse(Trouble.NONE);
        return Trouble.of(result.reason() == FetchReason.GONE, failures, former, rhythm, now);
    }

    private SourceState.Builder address(SourceState.Builder state) {
        String current = before.map(SourceState::getUrl).orElse(source.url());
        Optional<String> moved = result.address().moved();
        boolean again = moved.isPresent() && moved.equals(before.flatMap(SourceState::getMovedTo));
        int seen = moved.isEmpty() ? 0 : again ? before.get().getMovedSeen() + 1 : 1;
        if (result.address().discovered().isPresent()) {
            return state.setUrl(result.address().discovered().get());
        }
        return seen >= BELIEVED
                ? state.setUrl(moved.get())
                : state.setUrl(current).setMovedTo(moved.orElse(null)).setMovedSeen(seen);
    }

    private Duration pause(int failures, Optional<Rhythm> rhythm) {
        Optional<Duration> asked = result.after();
        if (failures == 0) {
            return PollInterval.of(source, usual, rhythm, asked, now);
        }
        if (result.reason() == FetchReason.GONE) {
            return PAUSE_AFTER_GONE;
        }
        Duration interval = source.interval().orElse(usual);
        double weight = result.reason().isPassing() ? PASSING : result.reason().isSoft() ? SOFT : 1;
        Duration grown = interval.multipliedBy(Math.max(1, Math.round(failures * weight)));
        Duration longest = interval.compareTo(LONGEST_PAUSE) > 0 ? interval : LONGEST_PAUSE;
        Duration pause = grown.compareTo(longest) > 0 ? longest : grown;
        return asked.map(wait -> wait.plusSeconds(Math.floorMod(source.id().hashCode(), SPREAD_SECONDS)))
                .filter(wait -> wait.compareTo(pause) > 0)
                .orElse(pause);
    }
}
