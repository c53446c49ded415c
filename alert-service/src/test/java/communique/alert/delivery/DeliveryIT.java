package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import communique.alert.SampleAlerts;
import communique.alert.delivery.channel.Surroundings;
import communique.kit.config.Placeholders;
import communique.kit.config.YamlFile;
import communique.kit.lifecycle.Health;
import communique.kit.metrics.Metrics;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Every test has channels and receivers of its own, and a speaker of its own, so that it gets no alerts of others. */
@ExtendWith(ClusterExtension.class)
class DeliveryIT {
    private static final String SECRET = "whsec_dGVzdCB0ZXN0IHRlc3QgdGVzdCB0ZXN0IHRlc3Q=";
    private static final Duration SOON = Duration.ofMillis(100);
    private static final AtomicInteger SPEAKERS = new AtomicInteger('A');

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Metrics metrics = new Metrics();
    private final Receiver receiver = new Receiver();
    private final Receiver other = new Receiver();
    private final String speaker = "X" + (char) SPEAKERS.getAndIncrement();
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
    void deliversToEveryChannelAndRecordsIt(TestCluster cluster) {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        cluster.send(
                cluster.topics().alerts(),
                "all-1",
                alert("all-1").build(),
                new RecordHeader("traceparent", trace.getBytes(StandardCharsets.UTF_8)));

        start(
                cluster,
                "{name: all-console, type: console, " + wanted() + "}",
                hook("all-hook", receiver),
                "{name: all-slack, type: slack, url: '${env:OTHER}', allow_private: true, " + wanted() + "}");

        List<Delivery> deliveries = settled(cluster, "all-1", 3);
        assertThat(deliveries)
                .extracting(Delivery::getChannel)
                .containsExactlyInAnyOrder("all-console", "all-hook", "all-slack");
        assertThat(deliveries).extracting(Delivery::getStatus).containsOnly(DeliveryStatus.DELIVERED);
        assertThat(receiver.ids()).contains("msg_all-1_1");
        assertThat(other.bodies()).anyMatch(body -> body.contains("msg_all-1_1"));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("alert   all-1");
        assertThat(records(cluster, "all-1"))
                .extracting(record ->
                        new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .containsOnly(trace);
        assertThat(metrics.scrape())
                .contains("communique_alert_notifications_total{channel=\"all-hook\",integration=\"webhook\"}")
                .contains(
                        "communique_alert_notification_latency_seconds_count{channel=\"all-slack\",integration=\"slack\"}");
        assertThat(dispatcher.check().state()).isEqualTo(Health.State.READY);
    }

    @Test
    void triesAgainUnderTheSameIdUntilTheReceiverTakesIt(TestCluster cluster) {
        AtomicInteger attempts = new AtomicInteger();
        receiver.answers(request -> is(request, "msg_again_1") && attempts.incrementAndGet() < 3 ? 503 : 204);
        cluster.send(cluster.topics().alerts(), "again", alert("again").build());

        start(cluster, hook("again-hook", receiver));

        Delivery last = settled(cluster, "again", 1).get(0);
        assertThat(last.getAttempts()).isEqualTo(3);
        assertThat(last.getStatusCode()).contains(204);
        assertThat(receiver.ids()).filteredOn("msg_again_1"::equals).hasSize(3);
        assertThat(records(cluster, "again"))
                .extracting(record -> record.value().getStatus())
                .containsExactly(DeliveryStatus.RETRYING, DeliveryStatus.RETRYING, DeliveryStatus.DELIVERED);
        assertThat(metrics.scrape())
                .contains(
                        "communique_alert_notifications_failed_total{channel=\"again-hook\",integration=\"webhook\",reason=\"serverError\"} 2.0");
    }

    @Test
    void isNotHeldUpByAnotherChannelThatIsDead(TestCluster cluster) {
        receiver.close();
        cluster.send(cluster.topics().alerts(), "dead", alert("dead").build());

        start(cluster, hook("dead-hook", receiver), hook("alive-hook", other));

        await().until(() -> other.ids().contains("msg_dead_1"));
        await().untilAsserted(() -> assertThat(records(cluster, "dead"))
                .anyMatch(record -> record.value().getChannel().equals("dead-hook")
                        && record.value().getReason().orElse("").equals("network")));
    }

    @Test
    void goesOnAfterARestartWhereItStopped(TestCluster cluster) {
        receiver.answers(request -> 500);
        cluster.send(cluster.topics().alerts(), "restart", alert("restart").build());
        start(cluster, Duration.ofSeconds(3), hook("restart-hook", receiver));
        Delivery first = recorded(cluster, "restart", DeliveryStatus.RETRYING);

        dispatcher.close();
        receiver.answers(request -> 200);
        start(cluster, Duration.ofSeconds(3), hook("restart-hook", receiver));

        Delivery last = settled(cluster, "restart", 1).get(0);
        assertThat(last.getAttempts()).isEqualTo(2);
        assertThat(last.getMessageId()).isEqualTo(first.getMessageId());
        assertThat(last.getAttempted().orElseThrow())
                .isAfterOrEqualTo(first.getNextAttempt().orElseThrow());
    }

    @Test
    void sendsNothingTwiceWhereTheCommitWasLost(TestCluster cluster) throws Exception {
        cluster.send(cluster.topics().alerts(), "twice", alert("twice").build());
        start(cluster, hook("twice-hook", receiver));
        settled(cluster, "twice", 1);
        dispatcher.close();
        cluster.admin()
                .alterConsumerGroupOffsets(
                        AlertReader.groupOf("twice-hook", cluster.topics()),
                        Map.of(new TopicPartition(cluster.topics().alerts().name(), 0), new OffsetAndMetadata(0)))
                .all()
                .get();

        start(cluster, hook("twice-hook", receiver));
        cluster.send(cluster.topics().alerts(), "after", alert("after").build());

        await().until(() -> receiver.ids().contains("msg_after_1"));
        assertThat(receiver.ids()).filteredOn("msg_twice_1"::equals).hasSize(1);
    }

    @Test
    void sendsAgainUnderTheSameIdWhatAStopCutOff(TestCluster cluster) {
        receiver.stalls("msg_cut_1");
        cluster.send(cluster.topics().alerts(), "cut", alert("cut").build());
        start(cluster, hook("cut-hook", receiver));
        await().until(() -> receiver.ids().contains("msg_cut_1"));

        dispatcher.close();
        receiver.answers(request -> 200);
        start(cluster, hook("cut-hook", receiver));

        assertThat(settled(cluster, "cut", 1).get(0).getMessageId()).isEqualTo("msg_cut_1");
        assertThat(receiver.ids()).filteredOn("msg_cut_1"::equals).hasSize(2);
    }

    @Test
    void deliversNothingFromAnArchive(TestCluster cluster) {
        cluster.send(
                cluster.topics().alerts(),
                "archive",
                alert("archive").setBackfill(true).build());

        start(cluster, hook("archive-hook", receiver));

        Delivery delivery = settled(cluster, "archive", 1).get(0);
        assertThat(delivery.getStatus()).isEqualTo(DeliveryStatus.SUPPRESSED);
        assertThat(delivery.getReason()).contains("backfill");
        assertThat(receiver.ids()).doesNotContain("msg_archive_1");
    }

    @Test
    void passesOverWhatIsNoAlert(TestCluster cluster) {
        byte[] key = "x".getBytes(StandardCharsets.UTF_8);
        cluster.sendBytes(cluster.topics().alerts(), key, new byte[] {1, 2, 3});
        cluster.sendBytes(cluster.topics().alerts(), key, new byte[] {0, 0, 1, 0, 0, 7});
        cluster.sendBytes(cluster.topics().alerts(), key, null);
        cluster.send(cluster.topics().alerts(), "sound", alert("sound").build());

        start(cluster, hook("sound-hook", receiver));

        await().until(() -> receiver.ids().contains("msg_sound_1"));
        assertThat(metrics.scrape())
                .contains(
                        "communique_alert_notifications_undecodable_total{channel=\"sound-hook\",integration=\"webhook\"} 2.0");
    }

    @Test
    void losesNothingWhereAThirdOfAllAttemptsFailsAndItIsRestarted(TestCluster cluster) {
        Random random = new Random(30);
        receiver.answers(request -> random.nextInt(10) < 3 ? 503 : 200);
        List<String> ids = IntStream.range(0, 300).mapToObj(i -> "many-" + i).toList();
        ids.forEach(id -> cluster.send(cluster.topics().alerts(), id, alert(id).build()));

        start(cluster, hook("many-hook", receiver));
        await().until(() -> receiver.ids().size() > 100);
        dispatcher.close();
        start(cluster, hook("many-hook", receiver));

        await().atMost(Duration.ofSeconds(60)).until(() -> receiver.accepted().containsAll(messageIds(ids)));
        assertThat(receiver.accepted()).filteredOn(messageIds(ids)::contains).doesNotHaveDuplicates();
    }

    @Test
    void keepsSecretsOutOfItsLog(TestCluster cluster) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
        receiver.answers(request -> is(request, "msg_secret_1") ? 400 : 200);
        receiver.says("no such hook: " + Receiver.PATH + " " + SECRET);
        cluster.send(cluster.topics().alerts(), "secret", alert("secret").build());

        start(cluster, hook("secret-hook", receiver));
        settled(cluster, "secret", 1);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("no such hook: [hidden] [hidden]"))
                .noneMatch(line -> line.contains(Receiver.PATH) || line.contains(SECRET));
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(log);
    }

    private void start(TestCluster cluster, String... channels) {
        start(cluster, SOON, channels);
    }

    private void start(TestCluster cluster, Duration wait, String... channels) {
        String yaml = "channels:\n- " + String.join("\n- ", channels);
        Placeholders secrets =
                new Placeholders(Map.of("RECEIVER", receiver.url(), "OTHER", other.url(), "SIGNING", SECRET));
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        DeliveryConfig config = new DeliveryConfig(
                YamlFile.read(yaml, "channels.yaml", ChannelsFile.class).channels(), Collections.nCopies(20, wait));
        dispatcher = new Dispatcher(
                config,
                cluster.clients(),
                cluster.topics(),
                metrics,
                new Surroundings(secrets, console, Clock.systemUTC()),
                KnownAlerts.NONE);
        dispatcher.start();
    }

    private String hook(String name, Receiver to) {
        String url = to == receiver ? "${env:RECEIVER}" : "${env:OTHER}";
        return "{name: " + name + ", type: webhook, url: '" + url + "', secret: '${env:SIGNING}', allow_private: true, "
                + wanted() + "}";
    }

    private String wanted() {
        return "wants: {speakers: [" + speaker + "]}";
    }

    private Alert.Builder alert(String id) {
        return SampleAlerts.joint(id).setSpeakers(List.of(speaker));
    }

    private static List<String> messageIds(List<String> alertIds) {
        return alertIds.stream().map(id -> "msg_" + id + "_1").toList();
    }

    private static boolean is(RecordedRequest request, String id) {
        return id.equals(request.getHeaders().get("webhook-id"));
    }

    /** The last standings of an alert with so many channels, once all are settled. */
    private static List<Delivery> settled(TestCluster cluster, String alertId, int channels) {
        return cluster
                .readUntil(
                        cluster.topics().deliveries(),
                        records -> records.stream()
                                        .map(ConsumerRecord::value)
                                        .filter(delivery -> isSettled(delivery, alertId))
                                        .count()
                                >= channels)
                .stream()
                .map(ConsumerRecord::value)
                .filter(delivery -> isSettled(delivery, alertId))
                .toList();
    }

    private static boolean isSettled(Delivery delivery, String alertId) {
        return delivery.getAlertId().equals(alertId)
                && delivery.getStatus() != DeliveryStatus.RETRYING
                && !delivery.getReason().equals(Optional.of("unwanted"));
    }

    private static Delivery recorded(TestCluster cluster, String alertId, DeliveryStatus status) {
        return cluster
                .readUntil(
                        cluster.topics().deliveries(),
                        records -> records.stream().anyMatch(record -> is(record.value(), alertId, status)))
                .stream()
                .map(ConsumerRecord::value)
                .filter(delivery -> is(delivery, alertId, status))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(Delivery delivery, String alertId, DeliveryStatus status) {
        return delivery.getAlertId().equals(alertId) && delivery.getStatus() == status;
    }

    private static List<ConsumerRecord<String, Delivery>> records(TestCluster cluster, String alertId) {
        return cluster.readAll(cluster.topics().deliveries()).stream()
                .filter(record -> record.value().getAlertId().equals(alertId))
                .filter(record -> !record.value().getReason().equals(Optional.of("unwanted")))
                .toList();
    }
}
