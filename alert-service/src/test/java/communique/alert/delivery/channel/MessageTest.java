package communique.alert.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void hasTheSameIdInEveryAttempt() {
        Message first = new Message(1, Instant.EPOCH, SampleAlerts.joint("x1").build());
        Message later = new Message(
                7, Instant.EPOCH.plusSeconds(9), SampleAlerts.joint("x1").build());

        assertThat(first.id()).isEqualTo(later.id()).isEqualTo("msg_x1_1");
    }

    @Test
    void hasAnIdOfItsOwnForEveryRevision() {
        assertThat(Message.idOf(SampleAlerts.revision("x1", 2).build())).isEqualTo("msg_x1_2");
    }

    @Test
    void hasNoFullStopInItsId() {
        String one = Message.idOf(SampleAlerts.joint("x.1").build());
        String other = Message.idOf(SampleAlerts.joint("x,1").build());

        assertThat(one).matches("msg_[0-9a-f]{32}_1").isNotEqualTo(other);
    }
}
