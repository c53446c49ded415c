package communique.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.schemas.v1.Origin;
import communique.schemas.v1.RawArticle;
import communique.schemas.v1.Source;
import communique.schemas.v1.SourceState;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdesTest {
    private static final String SCOPE = "avro-serdes-test";

    private final Topics topics = new Topics("x", 1);
    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://" + SCOPE));
    private SchemaRegistryClient registry;

    static List<Topic<?, ?>> avroTopics() {
        return ReleasedSchemas.TOPICS;
    }

    @BeforeEach
    void startWithAnEmptyRegistry() {
        registry = MockSchemaRegistry.getClientForScope(SCOPE);
    }

    @AfterEach
    void dropTheRegistry() {
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @ParameterizedTest
    @MethodSource("avroTopics")
    <V extends SpecificRecord> void readsBackWhatItWrites(Topic<?, V> topic) throws Exception {
        register(topic);
        Serde<V> serde = serdes.value(topic);

        assertThat(RandomRecords.of(topic))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(through(serde, topic, record)).isEqualTo(record));
    }

    @Test
    void keepsTimesAndWhatIsUnset() throws Exception {
        register(topics.articlesRaw());
        RawArticle article = RawArticle.newBuilder()
                .setId("a1")
                .setSource(Source.newBuilder().setId("s").setName("S").build())
                .setText("Text")
                .setFetched(Instant.parse("2026-03-02T09:00:00.123Z"))
                .setContentHash("00")
                .build();

        RawArticle read = through(serdes.value(topics.articlesRaw()), topics.articlesRaw(), article);

        assertThat(read.getFetched()).isEqualTo("2026-03-02T09:00:00.123Z");
        assertThat(read.getPublished()).isEmpty();
        assertThat(read.getTitle()).isEmpty();
        assertThat(read.getOrigin()).isEqualTo(Origin.OTHER);
    }

    @Test
    void writesConfluentsWireFormat() throws Exception {
        int id = register(topics.sources());

        byte[] bytes = serdes.serializer(topics.sources())
                .serialize(
                        topics.sources().name(),
                        RandomRecords.of(topics.sources()).get(0));

        assertThat(ByteBuffer.wrap(bytes).get()).isZero();
        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(id);
    }

    @Test
    void failsOnASchemaThatIsNotRegisteredInsteadOfRegisteringIt() {
        SourceState record = RandomRecords.of(topics.sources()).get(0);

        assertThatThrownBy(() -> serdes.serializer(topics.sources()).serialize("x.sources.v1", record))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> registry.getAllVersions("x.sources.v1-value"))
                .hasMessageContaining("Subject Not Found");
    }

    @Test
    void keepsWorkingWhenANewerSchemaIsRegistered() throws Exception {
        register(topics.sources());
        String newer = topics.sources()
                .schema()
                .toString()
                .replaceFirst("\"fields\":\\[", "\"fields\":[{\"name\":\"added\",\"type\":\"int\",\"default\":1},");
        registry.register(topics.sources().valueSubject(), new AvroSchema(newer));
        SourceState record = RandomRecords.of(topics.sources()).get(0);

        assertThat(through(serdes.value(topics.sources()), topics.sources(), record))
                .isEqualTo(record);
    }

    @Test
    void failsOnBytesThatAreNoRecord() {
        byte[] text = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> serdes.deserializer(topics.sources()).deserialize("x.sources.v1", text))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void failsOnARecordOfAnotherTopic() throws Exception {
        register(topics.sources());
        byte[] source = serdes.serializer(topics.sources())
                .serialize(
                        topics.sources().name(),
                        RandomRecords.of(topics.sources()).get(0));

        assertThatThrownBy(() -> serdes.deserializer(topics.articlesRaw()).deserialize("x.articles.raw.v1", source))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("x.articles.raw.v1 carries communique.schemas.v1.SourceState");
    }

    @Test
    void passesTombstones() {
        Serde<SourceState> serde = serdes.value(topics.sources());

        assertThat(serde.serializer().serialize("x.sources.v1", null)).isNull();
        assertThat(serde.deserializer().deserialize("x.sources.v1", null)).isNull();
    }

    private int register(Topic<?, ?> topic) throws Exception {
        return registry.register(topic.valueSubject(), new AvroSchema(topic.schema()));
    }

    private static <V> V through(Serde<V> serde, Topic<?, V> topic, V record) {
        return serde.deserializer().deserialize(topic.name(), serde.serializer().serialize(topic.name(), record));
    }
}
