package communique.standalone.run;

import communique.alert.delivery.console.AlertText;
import communique.alert.view.AlertJson;
import communique.ingest.archive.IngestReport;
import communique.ingest.publish.Received;
import communique.kit.kafka.KafkaClients;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.standalone.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One run over a file or folder: in, decided, printed. */
final class OnceRun {
    private static final Duration POLL = Duration.ofMillis(200);

    private final LocalSystem system;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final boolean decisions;

    OnceRun(LocalSystem system, PrintStream out, PrintStream err, boolean json, boolean decisions) {
        this.system = system;
        this.out = out;
        this.err = err;
        this.json = json;
        this.decisions = decisions;
    }

    /** Exit code: 0 when everything was processed, 1 when there was nothing to process or broker or registry ended. */
    int run(Path input) throws IOException {
        IngestReport report = system.ingest().ingest(input);
        report.items().forEach(this::printRejected);
        if (report.accepted().isEmpty()) {
            err.println("communique: no article in " + input);
            return 1;
        }
        Topics topics = system.kafka().topics();
        List<Decision> decided = awaitDecisions(topics.decisions(), new HashSet<>(report.accepted()));
        if (system.failed().isDone()) {
            err.println("communique: " + system.failed().join());
            return 1;
        }
        Map<String, Alert> alerts = new LinkedHashMap<>();
        readAll(topics.alerts()).forEach(record -> alerts.put(record.key(), record.value()));
        alerts.values().forEach(this::print);
        if (decisions) {
            decided.forEach(this::print);
        }
        out.flush();
        return 0;
    }

    private void printRejected(IngestReport.Item item) {
        if (item.received() instanceof Received.Rejected rejected) {
            err.println("communique: not taken in: " + item.name() + ": " + rejected.why());
        }
    }

    private List<Decision> awaitDecisions(Topic<String, Decision> topic, Set<String> open) {
        List<Decision> decided = new ArrayList<>();
        try (Consumer<String, Decision> consumer = consumer(topic)) {
            while (!open.isEmpty() && !system.failed().isDone()) {
                consumer.poll(POLL).forEach(record -> {
                    decided.add(record.value());
                    open.remove(record.key());
                });
            }
        }
        return decided;
    }

    private <V extends SpecificRecord> List<ConsumerRecord<String, V>> readAll(Topic<String, V> topic) {
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        try (Consumer<String, V> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    private <V extends SpecificRecord> Consumer<String, V> consumer(Topic<String, V> topic) {
        KafkaClients clients = system.clients();
        Consumer<String, V> consumer = clients.consumer(topic, null);
        consumer.assign(consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    private void print(Alert alert) {
        out.print(json ? AlertJson.of(alert).text() + "\n" : new AlertText(Terminal.isAttached()).of(alert));
    }

    private void print(Decision decision) {
        DecisionJson form = DecisionJson.of(decision);
        out.println(json ? form.text() : form.line());
    }
}
