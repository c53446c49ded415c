package communique.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import communique.schemas.state.Story;
import communique.schemas.v1.Alert;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.SourceState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateSerdeTest {
    private static final String STORE = "x-store-changelog";

    private final Serde<SourceState> serde = new StateSerde<>(SourceState.class);
    private final SourceState record =
            RandomRecords.of(new Topics("x", 1).sources()).get(0);

    @ParameterizedTest
    @MethodSource("communique.schemas.AvroSerdesTest#avroTopics")
    <V extends SpecificRecord> void readsBackWhatItWrites(Topic<?, V> topic) {
        Serde<V> ofTopic = new StateSerde<>(topic.value());

        assertThat(RandomRecords.of(topic))
                .isNotEmpty()
                .allSatisfy(random -> assertThat(ofTopic.deserializer()
                                .deserialize(STORE, ofTopic.serializer().serialize(STORE, random)))
                        .isEqualTo(random));
    }

    /** What the state stores and repartition topics of a service hold when it is replaced by a newer one. */
    @ParameterizedTest
    @ValueSource(classes = {Story.class, EnrichedArticle.class})
    void readsWhatEarlierReleasesWrote(Class<? extends SpecificRecord> type) throws IOException {
        Serde<? extends SpecificRecord> ofType = new StateSerde<>(type);

        for (Schema released : StateSerde.released(type)) {
            Object record = new RandomData(released, 1, 7L).iterator().next();
            ByteBuffer bytes = new BinaryMessageEncoder<>(GenericData.get(), released).encode(record);

            assertThat(ofType.deserializer().deserialize(STORE, bytes.array()).get(0))
                    .as("the first field")
                    .hasToString(((GenericRecord) record).get(0).toString());
        }
    }

    /** {@code -Dschemas.release=true} adds the current one where it has changed. */
    @ParameterizedTest
    @ValueSource(classes = {Story.class, EnrichedArticle.class})
    void newestReleasedSchemaOfStateIsTheCurrentOne(Class<? extends SpecificRecord> type) throws IOException {
        List<Schema> released = StateSerde.released(type);
        Schema current = SpecificData.getForClass(type).getSchema(type);
        boolean same = !released.isEmpty() && released.get(released.size() - 1).equals(current);
        if (Boolean.getBoolean("schemas.release") && !same) {
            Path folder = Path.of("src/main/resources/communique/schemas/state", type.getSimpleName());
            Files.createDirectories(folder);
            Files.writeString(folder.resolve((released.size() + 1) + ".avsc"), current.toString(true) + "\n");
            same = true;
        }

        assertThat(same)
                .as("the schema of %s is released: mvn test -pl schemas -am -Dschemas.release=true", type)
                .isTrue();
    }

    @Test
    void givesEveryRecordBytesOfItsOwn() {
        byte[] first = serde.serializer().serialize(STORE, record);
        byte[] copy = first.clone();

        serde.serializer()
                .serialize(STORE, RandomRecords.of(new Topics("x", 1).sources()).get(1));

        assertThat(first).isEqualTo(copy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "no state record at all, but long enough to hold a header"})
    void refusesBytesThatAreNoStateRecord(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> serde.deserializer().deserialize(STORE, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(STORE);
    }

    @Test
    void refusesARecordThatIsCutShort() {
        byte[] bytes = serde.serializer().serialize(STORE, record);

        assertThatThrownBy(() -> serde.deserializer().deserialize(STORE, Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void readsOrRefusesARecordWithADamagedByte() {
        byte[] whole = serde.serializer().serialize(STORE, record);
        Random random = new Random(7);

        for (int run = 0; run < 1000; run++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] = (byte) random.nextInt();

            assertThat(Optional.ofNullable(
                            catchThrowable(() -> serde.deserializer().deserialize(STORE, damaged))))
                    .satisfiesAnyOf(
                            none -> assertThat(none).isEmpty(),
                            some -> assertThat(some).containsInstanceOf(SerializationException.class));
        }
    }

    @Test
    void refusesAStateRecordOfAnotherClass() {
        byte[] bytes = serde.serializer().serialize(STORE, record);

        assertThatThrownBy(() -> new StateSerde<>(Alert.class).deserializer().deserialize(STORE, bytes))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void passesTombstones() {
        assertThat(serde.serializer().serialize(STORE, null)).isNull();
        assertThat(serde.deserializer().deserialize(STORE, null)).isNull();
    }
}
