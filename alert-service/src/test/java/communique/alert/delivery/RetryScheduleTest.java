package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RetrySchedule schedule =
            new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofHours(1)), new Random(1));

    @Test
    void takesOneWaitAfterTheOtherAndThenGivesUp() {
        assertThat(schedule.after(1, failure(Duration.ZERO))).get().satisfies(wait -> isAbout(wait, 10));
        assertThat(schedule.after(2, failure(Duration.ZERO))).get().satisfies(wait -> isAbout(wait, 3600));
        assertThat(schedule.after(3, failure(Duration.ZERO))).isEmpty();
    }

    @Test
    void spreadsByAFifthBothWays() {
        List<Long> waits = IntStream.range(0, 1_000)
                .mapToObj(i ->
                        schedule.after(1, failure(Duration.ZERO)).orElseThrow().toMillis())
                .toList();

        assertThat(waits).allMatch(wait -> wait >= 8_000 && wait <= 12_000);
        assertThat(waits).anyMatch(wait -> wait < 8_500).anyMatch(wait -> wait > 11_500);
    }

    @Test
    void neverComesBackBeforeTheReceiverWantsIt() {
        assertThat(schedule.after(1, failure(SECOND.multipliedBy(300)))).contains(Duration.ofSeconds(300));
        assertThat(schedule.after(2, failure(SECOND))).get().satisfies(wait -> isAbout(wait, 3600));
    }

    @Test
    void isNotPutOffForEver() {
        assertThat(schedule.after(1, failure(Duration.ofDays(400)))).contains(Duration.ofHours(24));
    }

    @Test
    void givesAnOverloadedReceiverAMinute() {
        assertThat(RetrySchedule.rest(new Retry(FailureReason.TIMEOUT, Duration.ZERO, Reply.NONE)))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(RetrySchedule.rest(new Retry(FailureReason.RATE_LIMITED, Duration.ZERO, Reply.NONE)))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(RetrySchedule.rest(new Retry(FailureReason.RATE_LIMITED, SECOND, Reply.NONE)))
                .isEqualTo(SECOND);
        assertThat(RetrySchedule.rest(failure(Duration.ZERO))).isZero();
    }

    private static Retry failure(Duration notBefore) {
        return new Retry(FailureReason.SERVER_ERROR, notBefore, Reply.NONE);
    }

    private static void isAbout(Duration wait, long seconds) {
        assertThat(wait.toMillis()).isBetween(seconds * 800, seconds * 1200);
    }
}
