package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import communique.ingest.fetch.FetchOutcome.Directions;
import communique.ingest.fetch.FetchOutcome.Validators;
import communique.ingest.fetch.FetchReason;
import communique.schemas.v1.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollPlanTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final FeedSource SOURCE = Sources.feed("ridge", "https://ridge.example/feed");
    private static final PollResult.Memory MEMORY =
            new PollResult.Memory(new Validators(Optional.of("\"1\""), Optional.empty()), Optional.of("hash"));
    private static final PollResult BROKEN = PollResult.failed(FetchReason.PARSE_ERROR, "no feed");

    @Test
    void comesBackAfterTheIntervalWhenAllIsWell() {
        SourceState state = after(Optional.empty(), PollResult.of(FetchReason.WORKING, MEMORY));

        assertThat(state.getNextPoll()).contains(NOW.plus(INTERVAL));
        assertThat(state.getSucceeded()).contains(NOW);
        assertThat(state.getPolled()).contains(NOW);
        assertThat(state.getOutcome()).isEqualTo("working");
        assertThat(state.getFailures()).isZero();
        assertThat(state.getEtag()).contains("\"1\"");
        assertThat(state.getLastModified()).isEmpty();
        assertThat(state.getBodyHash()).contains("hash");
    }

    @Test
    void comesBackLaterWithEveryFailureAndKeepsWhatItKnew() {
        SourceState well = after(Optional.empty(), PollResult.of(FetchReason.WORKING, MEMORY));
        SourceState once = after(Optional.of(well), BROKEN);
        SourceState twice = after(Optional.of(once), BROKEN);

        assertThat(once.getNextPoll()).contains(NOW.plus(INTERVAL));
        assertThat(twice.getNextPoll()).contains(NOW.plus(INTERVAL.multipliedBy(2)));
        assertThat(twice.getFailures()).isEqualTo(2);
        assertThat(twice.getOutcome()).isEqualTo("parse_error");
        assertThat(twice.getEtag()).contains("\"1\"");
        assertThat(twice.getBodyHash()).contains("hash");
        assertThat(twice.getSucceeded()).contains(NOW);
    }

    @Test
    void neverAbandonsAFeed() {
        Optional<SourceState> state = Optional.empty();
        for (int failure = 0; failure < 500; failure++) {
            state = Optional.of(after(state, BROKEN));
        }

        assertThat(state.get().getNextPoll()).contains(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void startsAfreshWithTheFirstSuccess() {
        Optional<SourceState> failing = Optional.of(after(Optional.of(after(Optional.empty(), BROKEN)), BROKEN));

        SourceState state = after(failing, PollResult.of(FetchReason.NOT_MODIFIED, MEMORY));

        assertThat(state.getFailures()).isZero();
        assertThat(state.getNextPoll()).contains(NOW.plus(INTERVAL));
    }

    @Test
    void waitsAsLongAsTheServerAsksButNoShorterThanTheInterval() {
        SourceState hour = after(
                Optional.empty(), PollResult.throttled(FetchReason.RATE_LIMITED, Optional.of(Duration.ofHours(1))));
        SourceState second = after(
                Optional.empty(), PollResult.throttled(FetchReason.RATE_LIMITED, Optional.of(Duration.ofSeconds(1))));

        assertThat(hour.getNextPoll().orElseThrow())
                .isBetween(
                        NOW.plus(Duration.ofHours(1)),
                        NOW.plus(Duration.ofHours(1)).plusSeconds(60));
        assertThat(second.getNextPoll()).contains(NOW.plus(INTERVAL));
    }

    @Test
    void keepsAnIntervalLongerThanTheLongestPause() {
        SourceState state = PollPlan.after(SOURCE, Duration.ofDays(7), Optional.empty(), BROKEN, NOW);

        assertThat(state.getNextPoll()).contains(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void countsFailuresThatPassForLess() {
        Optional<SourceState> state = Optional.empty();
        for (int failure = 0; failure < 8; failure++) {
            state = Optional.of(after(state, PollResult.failed(FetchReason.READ_TIMEOUT, "too slow")));
        }

        assertThat(state.get().getNextPoll()).contains(NOW.plus(INTERVAL.multipliedBy(2)));
        assertThat(after(state, PollResult.failed(FetchReason.HTTP_500, "500")).getNextPoll())
                .contains(NOW.plus(INTERVAL.multipliedBy(5)));
    }

    @Test
    void looksForAFeedThatIsGoneOnceAMonth() {
        SourceState state = after(Optional.empty(), PollResult.failed(FetchReason.GONE, "410"));

        assertThat(state.getNextPoll()).contains(NOW.plus(Duration.ofDays(30)));
        assertThat(state.getTrouble()).isEqualTo("gone");
    }

    @Test
    void believesAMoveThatIsToldThreeTimes() {
        PollResult moved = PollResult.answered(
                FetchReason.WORKING,
                Optional.of(MEMORY),
                new Directions(Optional.empty(), Optional.of("https://new.example/feed")));

        SourceState once = after(Optional.empty(), moved);
        SourceState twice = after(Optional.of(once), moved);
        SourceState thrice = after(Optional.of(twice), moved);

        assertThat(twice.getUrl()).isEqualTo(SOURCE.url());
        assertThat(thrice.getUrl()).isEqualTo("https://new.example/feed");
        assertThat(thrice.getConfiguredUrl()).contains(SOURCE.url());
        assertThat(after(Optional.of(twice), PollResult.of(FetchReason.WORKING, MEMORY))
                        .getMovedSeen())
                .isZero();
    }

    @Test
    void tellsOfFailingAfterFivePollsAndOfRecoveryAfterOne() {
        Optional<SourceState> state = Optional.empty();
        for (int failure = 0; failure < 4; failure++) {
            state = Optional.of(after(state, BROKEN));
        }
        SourceState fifth = after(state, BROKEN);

        assertThat(state.get().getTrouble()).isEqualTo("none");
        assertThat(fifth.getTrouble()).isEqualTo("failing");
        assertThat(after(Optional.of(fifth), PollResult.of(FetchReason.WORKING, MEMORY))
                        .getTrouble())
                .isEqualTo("none");
    }

    @Test
    void tellsOfSilenceMuchLongerThanUsual() {
        Rhythm hourly = new Rhythm(NOW.minus(Duration.ofHours(20)), Optional.of(Duration.ofHours(1)));
        PollResult result = PollResult.of(FetchReason.WORKING, MEMORY).with(Optional.of(hourly), Optional.empty());
        SourceState today = after(Optional.empty(), result);

        SourceState tomorrow = PollPlan.after(
                SOURCE,
                INTERVAL,
                Optional.of(today),
                PollResult.of(FetchReason.NOT_MODIFIED, MEMORY),
                NOW.plus(Duration.ofHours(5)));

        assertThat(today.getTrouble()).isEqualTo("none");
        assertThat(tomorrow.getTrouble()).isEqualTo("silent");
    }

    @Test
    void doesNotTakeAFailureForTheEndOfASilence() {
        Rhythm hourly = new Rhythm(NOW.minus(Duration.ofHours(30)), Optional.of(Duration.ofHours(1)));
        PollResult quiet = PollResult.of(FetchReason.WORKING, MEMORY).with(Optional.of(hourly), Optional.empty());
        SourceState silent = after(Optional.empty(), quiet);

        SourceState failed = after(Optional.of(silent), PollResult.failed(FetchReason.READ_TIMEOUT, "too slow"));

        assertThat(failed.getTrouble()).isEqualTo("silent");
        assertThat(after(Optional.of(failed), quiet).getTrouble()).isEqualTo("silent");
    }

    @Test
    void doesNotTakeAnotherFailureForTheEndOfBeingGone() {
        SourceState gone = after(Optional.empty(), PollResult.failed(FetchReason.GONE, "410"));

        assertThat(after(Optional.of(gone), PollResult.failed(FetchReason.DNS, "no address"))
                        .getTrouble())
                .isEqualTo("gone");
    }

    private static SourceState after(Optional<SourceState> before, PollResult result) {
        return PollPlan.after(SOURCE, INTERVAL, before, result, NOW);
    }
}
