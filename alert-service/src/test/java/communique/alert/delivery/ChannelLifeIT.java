package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import communique.alert.SampleAlerts;
import communique.alert.delivery.channel.Surroundings;
import communique.kit.config.Placeholders;
import communique.kit.config.YamlFile;
import communique.kit.metrics.Metrics;
import communique.schemas.Topic;
import communique.schemas.v1.Alert;
import communique.schemas.v1.ChannelState;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A channel is new, is disabled and enabled, and comes back after long. Every test has a speaker of its own, so that it
 * gets no alerts of others.
 */
@ExtendWith(ClusterExtension.class)
class ChannelLifeIT {
    private static final String SECRET = "whsec_dGVzdCB0ZXN0IHRlc3QgdGVzdCB0ZXN0IHRlc3Q=";
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Metrics metrics = new Metrics();
    private final Receiver receiver = new Receiver();
    private final Receiver other = new Receiver();
    private Dispatcher dispatcher;

    @AfterEach
    void stop() {
        if (dispatcher != null) {
            dispatcher.close();
        }
        receiver.close();
        other.close();
        metrics.close();
    }

    @Test
    void tellsTheFallbackAloneOfHoweverManyAlertsWhileTheChannelIsDisabled(TestCluster cluster) {
        List<String> ids = send(cluster, "YA", 510);
        receiver.answers(request -> 410);
        String route = "route: {channel: gone-hook, fallback: spare-hook, group_by: []}";

        start(cluster, Clock.systemUTC(), "YA", route, "gone-hook", "spare-hook");
        await().atMost(LONG).until(() -> other.accepted().containsAll(ids));
        assertThat(receiver.ids()).hasSize(1);
        receiver.answers(request -> 200);
        enable(cluster, "gone-hook");
        List<String> after = send(cluster, "YA", 1);

        await().atMost(LONG).until(() -> receiver.accepted().containsAll(after));
        assertThat(receiver.accepted()).doesNotContainAnyElementsOf(ids);
        assertThat(other.accepted()).filteredOn(ids::contains).doesNotHaveDuplicates();
    }

    @Test
    void isNotSentWhatWasToldLongBeforeItWasThere(TestCluster cluster) {
        List<String> past = send(cluster, "YB", 3);

        start(cluster, inFourDays(), "YB", "", "new-hook");
        await().atMost(LONG).until(() -> hasBegun(cluster, "new-hook"));
        List<String> news = send(cluster, "YB", 2);

        await().atMost(LONG).until(() -> receiver.accepted().containsAll(news));
        assertThat(receiver.accepted()).doesNotContainAnyElementsOf(past);
    }

    @Test
    void isSentWhatIsYoungWhereItIsNew(TestCluster cluster) {
        List<String> young = send(cluster, "YC", 2);

        start(cluster, Clock.systemUTC(), "YC", "", "young-hook");

        await().atMost(LONG).until(() -> receiver.accepted().containsAll(young));
    }

    @Test
    void isSentAllThatWaitedHoweverLongWhereItWasThereBefore(TestCluster cluster) throws Exception {
        List<String> first = send(cluster, "YD", 1);
        start(cluster, Clock.systemUTC(), "YD", "", "back-hook");
        await().atMost(LONG).until(() -> receiver.accepted().containsAll(first));
        dispatcher.close();
        cluster.admin()
                .deleteConsumerGroups(List.of(AlertReader.groupOf("back-hook", cluster.topics())))
                .all()
                .get();
        List<String> waited = send(cluster, "YD", 2);

        start(cluster, inFourDays(), "YD", "", "back-hook");

        await().atMost(LONG).until(() -> receiver.accepted().containsAll(waited));
        assertThat(receiver.accepted()).filteredOn(first::contains).hasSize(1);
    }

    private static Clock inFourDays() {
        return Clock.offset(Clock.systemUTC(), Duration.ofDays(4));
    }

    private static boolean hasBegun(TestCluster cluster, String channel) throws Exception {
        String group = AlertReader.groupOf(channel, cluster.topics());
        return !cluster.admin()
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .isEmpty();
    }

    private static List<String> send(TestCluster cluster, String speaker, int count) {
        String lead = speaker.toLowerCase(Locale.ROOT) + "-" + count + "-";
        Topic<String, Alert> topic = cluster.topics().alerts();
        try (Producer<String, Alert> producer = cluster.clients().producer(topic)) {
            IntStream.range(0, count)
                    .mapToObj(i -> SampleAlerts.joint(lead + i)
                            .setSpeakers(List.of(speaker))
                            .build())
                    .forEach(alert -> producer.send(new ProducerRecord<>(topic.name(), alert.getId(), alert)));
        }
        return IntStream.range(0, count).mapToObj(i -> "msg_" + lead + i + "_1").toList();
    }

    private static void enable(TestCluster cluster, String channel) {
        ChannelState enabled =
                new ChannelState(channel, false, null, Clock.systemUTC().instant(), "ops", null, null);
        cluster.send(cluster.topics().channels(), channel, enabled);
    }

    /** The first channel is the receiver's, the second, where there is one, the other's. */
    private void start(TestCluster cluster, Clock clock, String speaker, String route, String... names) {
        StringBuilder yaml = new StringBuilder("channels:\n");
        for (int i = 0; i < names.length; i++) {
            yaml.append("- {name: ")
                    .append(names[i])
                    .append(", type: webhook, allow_private: true, secret: '${env:SIGNING}', wants: {speakers: [")
                    .append(speaker)
                    .append(i == 0 ? "]}, url: '${env:RECEIVER}'}\n" : "]}, url: '${env:OTHER}'}\n");
        }
        ChannelsFile file = YamlFile.read(yaml + route, "channels.yaml", ChannelsFile.class);
        Placeholders secrets =
                new Placeholders(Map.of("RECEIVER", receiver.url(), "OTHER", other.url(), "SIGNING", SECRET));
        dispatcher = new Dispatcher(
                new DeliveryConfig(
                        file.channels(),
                        Collections.nCopies(20, Duration.ofMillis(100)),
                        Optional.ofNullable(file.route()),
                        List.of(),
                        Optional.empty()),
                cluster.clients(),
                cluster.topics(),
                metrics,
                new Surroundings(secrets, System.out, clock),
                KnownAlerts.NONE);
        dispatcher.start();
    }
}
