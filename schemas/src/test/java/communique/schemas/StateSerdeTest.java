package communique.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import communique.schemas.v1.Alert;
import communique.schemas.v1.SourceState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
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
