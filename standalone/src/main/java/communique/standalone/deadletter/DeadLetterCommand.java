package communique.standalone.deadletter;

import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.metrics.Metrics;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.standalone.topic.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique dlq}: what the services could not process. */
@Command(
        name = "dlq",
        description = "Records a service could not process: list them, show one, send them again.",
        mixinStandardHelpOptions = true)
public final class DeadLetterCommand {
    private static final String SERVICE = "ingest, enrich or alert.";
    private static final String POSITION = "Partition and offset as listed, such as 0:17.";

    @Spec
    private CommandSpec spec;

    @Command(name = "list", description = "List dead letters, oldest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Target target,
            @Parameters(paramLabel = "SERVICE", description = SERVICE) String service,
            @Option(names = "--kind", paramLabel = "TEXT", description = "Only failures of this kind.") String kind,
            @Option(names = "--json", description = "One JSON object a line.") boolean json) {
        KafkaSettings settings = target.settings();
        DeadLetterView view = new DeadLetterView(spec.commandLine().getOut(), json);
        try (Metrics metrics = new Metrics();
                DeadLetterTopic topic = open(new KafkaClients(settings, metrics), settings, service)) {
            topic.readAll(letter -> {
                if (kind == null || letter.kind().contains(kind)) {
                    view.line(letter);
                }
            });
        }
        return flushed(0);
    }

    @Command(
            name = "show",
            description = "Show one with key, headers and value, decoded where the value is a record of its topic.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin Target target,
            @Parameters(index = "0", paramLabel = "SERVICE", description = SERVICE) String service,
            @Parameters(index = "1", paramLabel = "POSITION", description = POSITION) String position,
            @Option(names = "--json", description = "As a JSON object.") boolean json) {
        KafkaSettings settings = target.settings();
        List<DeadLetter> found = new ArrayList<>();
        try (Metrics metrics = new Metrics()) {
            KafkaClients clients = new KafkaClients(settings, metrics);
            try (DeadLetterTopic topic = open(clients, settings, service)) {
                topic.readAll(letter -> {
                    if (letter.position().equals(position)) {
                        found.add(letter);
                    }
                });
            }
            DeadLetterView view = new DeadLetterView(spec.commandLine().getOut(), json);
            found.forEach(letter -> view.whole(letter, record -> decoded(clients, target, letter, record)));
        }
        return flushed(found.isEmpty() ? missing(Set.of(position)) : 0);
    }

    @Command(
            name = "redrive",
            description = {
                "Send dead letters to the topics they came from, after the reason was mended: those named, else all that",
                "were not sent again yet. Those sent by their position alone still count as not sent again.",
                "What has come back --most times stays where it is."
            },
            mixinStandardHelpOptions = true)
    int redrive(
            @Mixin Target target,
            @Parameters(index = "0", paramLabel = "SERVICE", description = SERVICE) String service,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "POSITION", description = POSITION)
                    List<String> positions,
            @Option(
                            names = "--most",
                            defaultValue = "3",
                            paramLabel = "N",
                            description = "How often a record may be sent again (default: ${DEFAULT-VALUE}).")
                    int most) {
        KafkaSettings settings = target.settings();
        Set<String> named = positions == null ? Set.of() : new TreeSet<>(positions);
        Set<String> unseen = new TreeSet<>(named);
        Map<Redrive.Outcome, Integer> outcomes = new EnumMap<>(Redrive.Outcome.class);
        try (Metrics metrics = new Metrics()) {
            KafkaClients clients = new KafkaClients(settings, metrics);
            try (DeadLetterTopic topic = open(clients, settings, service);
                    Producer<byte[], byte[]> producer =
                            clients.transactionalProducer(settings.topics().prefix() + ".redrive." + service)) {
                Redrive redrive = new Redrive(producer, most);
                if (named.isEmpty()) {
                    topic.readRest(letter -> outcomes.merge(redrive.send(letter), 1, Integer::sum));
                    redrive.commit(topic.position(), topic.group());
                } else {
                    topic.readAll(letter -> {
                        if (unseen.remove(letter.position())) {
                            outcomes.merge(redrive.send(letter), 1, Integer::sum);
                        }
                    });
                    redrive.commit();
                }
            }
        }
        report(outcomes);
        return flushed(unseen.isEmpty() ? 0 : missing(unseen));
    }

    private void report(Map<Redrive.Outcome, Integer> outcomes) {
        int sent = outcomes.getOrDefault(Redrive.Outcome.SENT, 0);
        spec.commandLine().getOut().println(sent + " sent again");
        outcomes.forEach((outcome, count) -> {
            if (outcome == Redrive.Outcome.TOO_OFTEN) {
                spec.commandLine().getOut().println(count + " came back too often and stay");
            } else if (outcome == Redrive.Outcome.NO_TOPIC) {
                spec.commandLine().getOut().println(count + " came from no topic: mend them where they came from");
            }
        });
    }

    private DeadLetterTopic open(KafkaClients clients, KafkaSettings settings, String service) {
        if (!Topics.SERVICES.contains(service)) {
            throw new ParameterException(
                    spec.commandLine(), "no service is called " + service + "; there are " + Topics.SERVICES);
        }
        return new DeadLetterTopic(
                clients, settings.topics().deadLetters(service).name());
    }

    private int missing(Set<String> positions) {
        spec.commandLine().getErr().println("communique: no dead letter at " + String.join(", ", positions));
        return 1;
    }

    private int flushed(int code) {
        spec.commandLine().getOut().flush();
        return code;
    }

    private static String decoded(
            KafkaClients clients, Target target, DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        return target.topics(target.settings()).stream()
                .filter(topic -> letter.topic().filter(topic.name()::equals).isPresent() && topic.hasSchema())
                .findFirst()
                .map(topic -> decoded(clients, topic, record))
                .orElse("");
    }

    @SuppressWarnings("unchecked")
    private static String decoded(KafkaClients clients, Topic<?, ?> topic, ConsumerRecord<byte[], byte[]> record) {
        try (Deserializer<SpecificRecord> deserializer =
                clients.serdes().deserializer((Topic<String, SpecificRecord>) topic)) {
            return String.valueOf(deserializer.deserialize(topic.name(), record.value()));
        } catch (SerializationException e) {
            return "";
        }
    }
}
