package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveClientTest {
    private final FakeOutput output = new FakeOutput();
    private final LiveClient client = new LiveClient(output);

    @Test
    void keepsEventsUntilTheConnectionIsThere() throws Exception {
        send("one");
        assertThat(output.written()).isEmpty();

        start();

        assertThat(output.written()).isEqualTo("one");
        assertThat(output.flushes()).isEqualTo(1);
    }

    @Test
    void writesAtOnceWhereTheConnectionIsReady() throws Exception {
        start();

        send("one");
        send("two");

        assertThat(output.written()).isEqualTo("onetwo");
        assertThat(output.flushes()).isEqualTo(2);
    }

    @Test
    void waitsWhileTheConnectionIsNot() throws Exception {
        start();
        output.setReady(false);
        send("one");
        send("two");
        assertThat(output.written()).isEmpty();

        output.setReady(true);
        output.call();

        assertThat(output.written()).isEqualTo("onetwo");
    }

    @Test
    void isDroppedWhenTooMuchWaits() throws Exception {
        start();
        output.setReady(false);
        for (int i = 0; i < LiveClient.MAX_WAITING; i++) {
            assertThat(send("x")).isTrue();
        }
        assertThat(client.closed()).isNotDone();

        assertThat(send("x")).isFalse();

        assertThat(client.closed()).isDone();
    }

    @Test
    void isGoneWhenItsConnectionBreaks() throws Exception {
        start();
        output.breakDown();

        send("one");

        assertThat(client.closed()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void isGoneWhenTheServerSaysSo() {
        client.onError(new IOException("idle"));

        assertThat(client.closed()).isDone();
    }

    @Test
    void writesNothingMoreOnceItIsClosed() throws Exception {
        start();
        client.close();

        send("late");

        assertThat(output.written()).isEmpty();
    }

    private void start() throws IOException {
        client.start();
        output.call();
    }

    private boolean send(String text) {
        return client.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
