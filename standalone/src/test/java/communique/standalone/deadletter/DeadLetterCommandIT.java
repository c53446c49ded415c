package communique.standalone.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import communique.kit.kafka.EventHeaders;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

@ExtendWith(ClusterExtension.class)
class DeadLetterCommandIT {
    private record Run(int code, String out, String err) {}

    @Test
    void sendsDeadLettersBackToTheirTopicUntilTheyCameBackTooOften(TestCluster cluster) {
        // Given one from a topic and one from a feed
        dead(cluster, "k1", error("topic", cluster.topics().articlesRaw().name()), error("exception", "a.b.Broken"));
        dead(cluster, "feed-entry", error("stage", "feed"), error("exception", "TOO_LONG"));

        // When all are sent again, twice
        Run first = run(cluster, "redrive", "enrich");
        Run second = run(cluster, "redrive", "enrich");

        // Then only the one with a topic goes there, once, as it was
        assertThat(first.out).contains("1 sent again").contains("1 came from no topic");
        assertThat(second.out).contains("0 sent again");
        ConsumerRecord<byte[], byte[]> again =
                cluster.readBytes(cluster.topics().articlesRaw(), 1).get(0);
        assertThat(text(again.key())).isEqualTo("k1");
        assertThat(text(again.value())).isEqualTo("value of k1");
        assertThat(again.headers().lastHeader("__streams.errors.exception")).isNull();
        assertThat(text(again.headers().lastHeader("traceparent").value())).isEqualTo("t");
        assertThat(text(again.headers().lastHeader(EventHeaders.REDRIVES).value()))
                .isEqualTo("1");

        // And one that came back as often as is allowed stays
        dead(
                cluster,
                "k2",
                error("topic", cluster.topics().articlesRaw().name()),
                new RecordHeader(EventHeaders.REDRIVES, bytes("3")));
        Run third = run(cluster, "redrive", "enrich");
        assertThat(third.out).contains("0 sent again").contains("1 came back too often");
        assertThat(run(cluster, "redrive", "enrich", "0:2", "--most", "4").out).contains("1 sent again");
    }

    @Test
    void listsAndShowsWhatWentWrong(TestCluster cluster) {
        cluster.sendBytes(
                cluster.topics().deadLetters("alert"),
                bytes("k9"),
                new byte[] {(byte) 0xff, 1},
                error("topic", "elsewhere"),
                error("partition", "2"),
                error("offset", "41"),
                error("exception", "org.example.UnreadableException"),
                error("message", "cannot be read\nsecond line"));

        Run list = run(cluster, "list", "alert");
        Run show = run(cluster, "show", "alert", "0:0", "--json");

        assertThat(list.out)
                .contains("0:0")
                .contains("UnreadableException")
                .contains("elsewhere 2:41")
                .contains("cannot be read")
                .doesNotContain("second line");
        assertThat(show.out).contains("\"key\":\"k9\"").contains("\"value\":\"ff01\"");
        assertThat(run(cluster, "list", "alert", "--kind", "TooLong").out).isEmpty();
        assertThat(run(cluster, "show", "alert", "0:7"))
                .isEqualTo(new Run(1, "", "communique: no dead letter at 0:7\n"));
    }

    @Test
    void readsTheReasonsOfKafkaConnect(TestCluster cluster) {
        cluster.sendBytes(
                cluster.topics().deadLetters("ingest"),
                bytes("k"),
                bytes("v"),
                new RecordHeader("__connect.errors.topic", bytes("source")),
                new RecordHeader("__connect.errors.exception.class.name", bytes("x.DataException")),
                new RecordHeader("__connect.errors.exception.message", bytes("no schema")));

        assertThat(run(cluster, "list", "ingest").out)
                .contains("DataException")
                .contains("source")
                .contains("no schema");
    }

    @Test
    void namesTheServicesWhereThereIsNoneOfThatName(TestCluster cluster) {
        Run run = run(cluster, "list", "enricher");

        assertThat(run.code).isEqualTo(2);
        assertThat(run.err).contains("[ingest, enrich, alert]");
    }

    @Test
    void tellsAWrongPrefixFromATopicWithoutDeadLetters(TestCluster cluster) {
        Map<String, String> elsewhere = new HashMap<>(cluster.configuration());
        elsewhere.put("topics.prefix", "elsewhere");

        Run run = run(elsewhere, "list", "enrich");

        assertThat(run.code).isEqualTo(1);
        assertThat(run.err).contains("there is no topic elsewhere.enrich.dlq.v1; topics.prefix says which deployment");
        assertThat(run(elsewhere, "list", "enrich").code).isEqualTo(1);
    }

    private static void dead(TestCluster cluster, String key, Header... headers) {
        List<Header> all = new ArrayList<>(List.of(headers));
        all.add(new RecordHeader("traceparent", bytes("t")));
        cluster.sendBytes(
                cluster.topics().deadLetters("enrich"),
                bytes(key),
                bytes("value of " + key),
                all.toArray(Header[]::new));
    }

    private static Header error(String name, String value) {
        return new RecordHeader("__streams.errors." + name, bytes(value));
    }

    private static Run run(TestCluster cluster, String... arguments) {
        return run(cluster.configuration(), arguments);
    }

    private static Run run(Map<String, String> configuration, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        configuration.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new DeadLetterCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
