package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollIntervalTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");
    private static final Duration USUAL = Duration.ofMinutes(15);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # tier | silent for | gap   | asked for | interval
        2      | PT1H       | PT4M  |           | PT5M
        2      | PT1H       | PT40M |           | PT20M
        2      | PT1H       | P1D   |           | PT30M
        3      | PT1H       | P1D   |           | PT1H
        1      | PT1H       | P1D   |           | PT15M
        2      | P8D        | PT4M  |           | PT15M
        2      | P15D       | PT4M  |           | PT30M
        2      | PT1H       | PT4M  | PT12M     | PT12M
        2      | PT1H       | PT4M  | P30D      | PT30M
        2      | PT1H       | PT40M | PT1M      | PT20M
        """)
    void followsTheFeed(int tier, Duration silence, Duration gap, Duration asked, Duration interval) {
        Rhythm rhythm = new Rhythm(NOW.minus(silence), Optional.of(gap));

        assertThat(PollInterval.of(Sources.tier(tier), USUAL, Optional.of(rhythm), Optional.ofNullable(asked), NOW))
                .isEqualTo(interval);
    }

    @Test
    void isTheUsualWhereNothingIsKnown() {
        assertThat(PollInterval.of(Sources.tier(3), USUAL, Optional.empty(), Optional.empty(), NOW))
                .isEqualTo(USUAL);
    }
}
