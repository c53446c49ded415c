package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final List<String> written = new ArrayList<>();
    private final Outbox outbox = new Outbox();
    private boolean broken;

    @Test
    void writesWhatTheBrokerDidNotTakeAgainAndInOrder() {
        List.of("a", "b", "c").forEach(text -> outbox.add(() -> write(text)));
        broken = true;
        assertThatThrownBy(outbox::flush).isInstanceOf(TimeoutException.class);
        assertThat(outbox.isEmpty()).isFalse();

        broken = false;
        outbox.flush();

        assertThat(written).containsExactly("a", "b", "c");
        assertThat(outbox.isEmpty()).isTrue();
    }

    private void write(String text) {
        if (broken && text.equals("b")) {
            throw new TimeoutException("no broker");
        }
        written.add(text);
    }
}
