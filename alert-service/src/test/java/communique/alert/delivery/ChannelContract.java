package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import communique.alert.SampleAlerts;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.alert.delivery.channel.Surroundings;
import communique.kit.config.Placeholders;
import communique.kit.config.YamlFile;
import communique.schemas.v1.Alert;
import communique.testkit.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every type of channel promises. A new type extends this, or {@link HttpChannelContract}. */
public abstract class ChannelContract {
    protected final TestClock clock = TestClock.atFetchTime();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Channel opened;

    /** The channel's entry in a channels file without its name, each line with a key of its own. */
    protected abstract String yaml();

    /** What the file's references to the environment lead to. */
    protected Map<String, String> environment() {
        return Map.of();
    }

    /** Everything the receiver got since it was last asked. */
    protected abstract String received() throws Exception;

    protected final ChannelConfig config(String yaml) {
        String file = "channels:\n  - name: tested\n" + yaml.indent(4);
        return YamlFile.read(file, "channels.yaml", ChannelsFile.class)
                .channels()
                .get(0);
    }

    protected final Channel open(String yaml) {
        return open(yaml, environment());
    }

    protected final Channel open(String yaml, Map<String, String> environment) {
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        opened = config(yaml).open(new Surroundings(new Placeholders(environment), console, clock));
        return opened;
    }

    protected final Message message(int attempt, Alert alert) {
        return new Message(attempt, clock.instant(), alert);
    }

    protected final String printed() {
        String text = printed.toString(StandardCharsets.UTF_8);
        printed.reset();
        return text;
    }

    @AfterEach
    void closeChannel() throws Exception {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void deliversAnAlertWithItsHeadline() throws Exception {
        Alert alert = SampleAlerts.joint("x1").build();

        assertThat(open(yaml()).send(message(1, alert))).isInstanceOf(Delivered.class);
        assertThat(received()).contains(alert.getHeadline());
    }

    @Test
    void deliversWhateverIsInAnAlert() {
        Channel channel = open(yaml());

        for (String text : new String[] {"", "\u0000\uD800\uFFFF", "<!channel> & *bold*", "ا".repeat(100_000)}) {
            assertThat(channel.send(message(1, SampleAlerts.hostile(text)))).isInstanceOf(Delivered.class);
        }
        assertThat(channel.send(message(1, SampleAlerts.bare()))).isInstanceOf(Delivered.class);
    }

    @Test
    void tellsTheReceiverInEveryAttemptThatItIsTheSameMessage() throws Exception {
        Alert alert = SampleAlerts.joint("x1").build();
        Channel channel = open(yaml());

        channel.send(message(1, alert));
        assertThat(received()).contains("x1");
        channel.send(message(2, alert));
        assertThat(received()).contains("x1");
    }

    @Test
    void tellsOfEveryAlertOfAMessage() throws Exception {
        Message several = new Message(
                "msg_all_1",
                1,
                clock.instant(),
                List.of(
                        SampleAlerts.joint("x1").setHeadline("The first of two").build(),
                        SampleAlerts.joint("x2")
                                .setHeadline("The second of two")
                                .build()),
                Optional.empty(),
                Optional.empty());

        assertThat(open(yaml()).send(several)).isInstanceOf(Delivered.class);
        assertThat(received()).contains("The first of two", "The second of two");
    }

    @Test
    void tellsANotice() throws Exception {
        Notice notice = new Notice(
                "Channel other is disabled", List.of("Why: it is gone", "<!channel> & \u0000"), clock.instant());

        assertThat(open(yaml()).send(Message.of("msg_n1", 1, clock.instant(), notice)))
                .isInstanceOf(Delivered.class);
        assertThat(received()).contains("Channel other is disabled", "Why: it is gone");
    }

    @Test
    void hasANameThatShowsNoSecret() {
        Channel channel = open(yaml());

        assertThat(channel.toString()).isNotBlank().hasSizeLessThan(80);
        for (String secret : environment().values()) {
            assertThat(channel.toString()).doesNotContain(secret);
            assertThat(config(yaml()).toString()).doesNotContain(secret);
        }
    }

    @Test
    void canBeClosedTwice() {
        Channel channel = open(yaml());

        assertThatCode(() -> {
                    channel.close();
                    channel.close();
                })
                .doesNotThrowAnyException();
    }
}
