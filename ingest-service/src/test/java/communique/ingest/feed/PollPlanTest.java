package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final PollResult TIMEOUT = PollResult.failed(FetchReason.TIMEOUT, "too slow");

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
        SourceState once = after(Optional.of(well), TIMEOUT);
        SourceState twice = after(Optional.of(once), TIMEOUT);

        assertThat(once.getNextPoll()).contains(NOW.plus(INTERVAL));
        assertThat(twice.getNextPoll()).contains(NOW.plus(INTERVAL.multipliedBy(2)));
        assertThat(twice.getFailures()).isEqualTo(2);
        assertThat(twice.getOutcome()).isEqualTo("timeout");
        assertThat(twice.getEtag()).contains("\"1\"");
        assertThat(twice.getBodyHash()).contains("hash");
        assertThat(twice.getSucceeded()).contains(NOW);
    }

    @Test
    void neverAbandonsAFeed() {
        Optional<SourceState> state = Optional.empty();
        for (int failure = 0; failure < 500; failure++) {
            state = Optional.of(after(state, TIMEOUT));
        }

        assertThat(state.get().getNextPoll()).contains(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void startsAfreshWithTheFirstSuccess() {
        Optional<SourceState> failing = Optional.of(after(Optional.of(after(Optional.empty(), TIMEOUT)), TIMEOUT));

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

        assertThat(hour.getNextPoll()).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(second.getNextPoll()).contains(NOW.plus(INTERVAL));
    }

    @Test
    void keepsAnIntervalLongerThanTheLongestPause() {
        SourceState state = PollPlan.after(SOURCE, Duration.ofDays(7), Optional.empty(), TIMEOUT, NOW);

        assertThat(state.getNextPoll()).contains(NOW.plus(Duration.ofDays(7)));
    }

    private static SourceState after(Optional<SourceState> before, PollResult result) {
        return PollPlan.after(SOURCE, INTERVAL, before, result, NOW);
    }
}
