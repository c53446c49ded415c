package communique.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.testkit.Golden;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code docs/asyncapi.yaml} describes the topics as the catalogue has them. */
class AsyncApiTest {
    private static final String DEAD_LETTER = "DeadLetter";
    private static final String BINDING_VERSION = "0.5.0";
    private static final Map<String, String> HEADERS = Map.of(
            "ce_specversion", "CloudEvents version, 1.0.",
            "ce_id", "Id of the event, unique for its source.",
            "ce_source", "The service it comes from, such as /communique/alert-service.",
            "ce_type", "What happened, such as communique.alert.v1.",
            "ce_time", "When it happened, RFC 3339.",
            "ce_traceparent", "The same as traceparent.",
            "traceparent", "W3C trace context, handed on from record to record.",
            "content-type", "application/avro.");
    private static final Map<String, String> REASON = Map.of(
            "__streams.errors.exception", "Class of the exception, or reason of a rejection.",
            "__streams.errors.message", "What was wrong, in words.",
            "__streams.errors.stacktrace", "Where in the code; not of what ingest-service rejects.",
            "__streams.errors.topic", "Topic of the original record; where it came from none, there is a stage.",
            "__streams.errors.partition", "Partition of the original record, as text.",
            "__streams.errors.offset", "Offset of the original record, as text.",
            "__streams.errors.stage", "Part of ingest-service that could not go on.",
            "communique.redrives", "How often it was sent again, as text; absent where never.",
            "content-type", "Of the original record, or application/octet-stream.");

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build());

    @Test
    void describesEveryTopicOfTheCatalogue() throws JsonProcessingException {
        String document = yaml.writeValueAsString(document());

        assertThat(Golden.expected("../../../../docs/asyncapi.yaml", document)).isEqualTo(document);
    }

    private ObjectNode document() throws JsonProcessingException {
        ObjectNode document = json.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Communique")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What states say about a country: articles, statements and alerts on Apache Kafka. Values are"
                                + " Avro in Confluent's wire format; keys are UTF-8 strings. Topics have as"
                                + " many replicas as their broker makes by default.");
        document.put("defaultContentType", "application/avro");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Topic<?, ?> topic : new Topics(Topics.DEFAULT_PREFIX, 3).all(List.of("CN", "RU", "IR", "PK"))) {
            String name = topic.name().substring(Topics.DEFAULT_PREFIX.length() + 1);
            String message = topic.hasSchema() ? topic.value().getSimpleName() : DEAD_LETTER;
            describeChannel(channels.putObject(name), topic, message);
            ObjectNode operation = operations.putObject("write." + name).put("action", "send");
            operation.putObject("channel").put("$ref", "#/channels/" + name);
            if (!messages.has(message)) {
                describeMessage(messages.putObject(message).put("name", message), topic);
            }
        }
        return document;
    }

    private static void describeChannel(ObjectNode channel, Topic<?, ?> topic, String message) {
        channel.put("address", topic.name());
        channel.putObject("messages").putObject(message).put("$ref", "#/components/messages/" + message);
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        for (String policy : topic.cleanup().policy().split(",")) {
            configuration.withArray("cleanup.policy").add(policy);
        }
        if (!topic.keepsForEver()) {
            configuration.put("retention.ms", topic.retention().toMillis());
        }
        kafka.put("bindingVersion", BINDING_VERSION);
    }

    private void describeMessage(ObjectNode message, Topic<?, ?> topic) throws JsonProcessingException {
        ObjectNode headers = message.putObject("headers").put("type", "object").putObject("properties");
        Map<String, String> all = new TreeMap<>(HEADERS);
        if (!topic.hasSchema()) {
            all.putAll(REASON);
        }
        all.forEach(
                (name, what) -> headers.putObject(name).put("type", "string").put("description", what));
        ObjectNode kafka = json.createObjectNode();
        kafka.putObject("key").put("type", "string");
        if (topic.hasSchema()) {
            message.put("summary", topic.schema().getDoc()).put("contentType", "application/avro");
            message.putObject("payload")
                    .put("schemaFormat", "application/vnd.apache.avro;version=1.9.0")
                    .set("schema", json.readTree(topic.schema().toString()));
            kafka.put("schemaIdLocation", "payload").put("schemaIdPayloadEncoding", "confluent");
        } else {
            message.put("summary", "A record a service could not process; the reason is in its headers.")
                    .put("contentType", "application/octet-stream");
            message.putObject("payload").put("type", "string").put("format", "binary");
        }
        message.putObject("bindings").set("kafka", kafka.put("bindingVersion", BINDING_VERSION));
    }
}
