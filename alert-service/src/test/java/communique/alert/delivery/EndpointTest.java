package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.console.ConsoleConfig;
import communique.schemas.AvroTrust;
import communique.schemas.v1.ChannelState;
import communique.testkit.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static final DeliveryOutcome OK = new Delivered(Reply.NONE);
    private static final DeliveryOutcome BROKEN = new Retry(FailureReason.NETWORK, Duration.ZERO, Reply.NONE);
    private static final DeliveryOutcome GONE = new Rejected(FailureReason.GONE, Reply.NONE);
    private static final DeliveryOutcome BAD_MESSAGE = new Rejected(FailureReason.CLIENT_ERROR, Reply.NONE);

    private final TestClock clock = TestClock.atFetchTime();
    private Endpoint endpoint = endpoint();

    @BeforeAll
    static void trustRecords() {
        AvroTrust.ensure();
    }

    @Test
    void isDisabledWhereItFailsForFiveDays() {
        for (int hours = 0; hours < 120; hours += 20) {
            note(BROKEN);
            assertThat(endpoint.disabled()).isEmpty();
            clock.advance(Duration.ofHours(20));
        }

        note(BROKEN);

        assertThat(endpoint.disabled()).isPresent();
        assertThat(endpoint.isUsable(clock.instant())).isFalse();
    }

    @Test
    void isNotDisabledWhereOneSuccessLiesBetween() {
        for (int day = 0; day < 10; day++) {
            note(BROKEN);
            if (day == 3 || day == 7) {
                note(OK);
            }
            clock.advance(Duration.ofDays(1));
        }

        assertThat(endpoint.disabled()).isEmpty();
    }

    @Test
    void isNotDisabledByFailuresFarApart() {
        for (int i = 0; i < 10; i++) {
            note(BROKEN);
            clock.advance(Duration.ofDays(2));
        }

        assertThat(endpoint.disabled()).isEmpty();
    }

    @Test
    void isNotDisabledByBadMessages() {
        for (int day = 0; day < 10; day++) {
            note(BAD_MESSAGE);
            clock.advance(Duration.ofDays(1));
        }

        assertThat(endpoint.disabled()).isEmpty();
    }

    @Test
    void remembersSinceWhenItFailsOverARestart() {
        Optional<ChannelState> saved = Optional.empty();
        for (int hours = 0; hours <= 120; hours += 15) {
            endpoint = endpoint();
            saved.ifPresent(endpoint::adopt);
            endpoint.note(BROKEN, Optional.empty(), clock.instant());
            Optional<ChannelState> before = saved;
            saved = endpoint.unsaved().or(() -> before);
            clock.advance(Duration.ofHours(15));
        }

        assertThat(endpoint.disabled()).isPresent();
    }

    @Test
    void isDisabledAtOnceWhereItSaysThatItIsGone() {
        note(GONE);

        assertThat(endpoint.disabled()).contains("the receiver says it is gone for good");
        assertThat(endpoint.unsaved()).isEmpty();
    }

    @Test
    void isInUseAgainWhenAUserEnablesIt() {
        note(GONE);

        endpoint.adopt(new ChannelState("desk", false, null, clock.instant().plusSeconds(1), "maryam", null, null));

        assertThat(endpoint.disabled()).isEmpty();
        assertThat(endpoint.isUsable(clock.instant())).isTrue();
    }

    @Test
    void isNotEnabledByWhatWasRecordedBefore() {
        note(GONE);

        endpoint.adopt(
                new ChannelState("desk", false, null, clock.instant().minusSeconds(1), "alert-service", null, null));

        assertThat(endpoint.disabled()).isPresent();
    }

    private Endpoint endpoint() {
        return new Endpoint(new ConsoleConfig("desk", Wanted.ALL, false));
    }

    private void note(DeliveryOutcome outcome) {
        endpoint.note(outcome, Optional.empty(), clock.instant());
        endpoint.unsaved();
    }
}
