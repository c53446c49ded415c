package communique.alert.story;

import static org.assertj.core.api.Assertions.assertThat;

import communique.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoryTimeTest {
    private static final Duration YEAR = Duration.ofDays(366);
    private static final Duration DAY = Duration.ofDays(1);

    private final TestClock clock = TestClock.at("2026-12-31T23:59:59Z");
    private final Instant start = clock.instant();

    @Test
    void isThatOfTheRecords() {
        StoryTime time = new StoryTime(clock, Instant.EPOCH);

        assertThat(time.at(start.minusSeconds(60))).isEqualTo(start.minusSeconds(60));
    }

    @Test
    void neverGoesBack() {
        StoryTime time = new StoryTime(clock, start.minus(DAY));

        assertThat(time.at(start.minus(YEAR))).isEqualTo(start.minus(DAY));
    }

    @Test
    void doesNotFollowARecordFromFarAhead() {
        StoryTime time = new StoryTime(clock, start.minus(DAY));

        assertThat(time.at(start.plus(YEAR))).isEqualTo(start);
    }

    @Test
    void goesOnFromWhereItWasWhenTheClockIsFarAheadAtTheStart() {
        Instant latest = start.minusSeconds(60);
        clock.advance(YEAR);
        StoryTime time = new StoryTime(clock, latest);
        assertThat(time.at(clock.instant())).isEqualTo(latest.plus(DAY));

        clock.advance(DAY);

        assertThat(time.at(clock.instant())).isEqualTo(latest.plus(DAY).plus(DAY));
    }

    @Test
    void goesOnFromWhereItWasWhenTheClockIsFarBackAtTheStart() {
        clock.advance(YEAR.negated());
        StoryTime time = new StoryTime(clock, start);

        assertThat(time.at(clock.instant())).isEqualTo(start);
    }
}
