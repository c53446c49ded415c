package communique.system;

import communique.schemas.Topic;
import communique.schemas.v1.SourceState;
import communique.testkit.TestCluster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Records no service can process, of every kind. */
enum Poison {
    /** Text where a record belongs. */
    TEXT {
        @Override
        byte[] spoil(TestCluster cluster, byte[] sound) {
            return "no record".getBytes(StandardCharsets.UTF_8);
        }
    },
    /** No bytes at all. */
    EMPTY {
        @Override
        byte[] spoil(TestCluster cluster, byte[] sound) {
            return new byte[0];
        }
    },
    /** No value, as if the key was to be forgotten. */
    TOMBSTONE {
        @Override
        byte[] spoil(TestCluster cluster, byte[] sound) {
            return null;
        }
    },
    /** A schema the registry does not have. */
    UNKNOWN_SCHEMA {
        @Override
        byte[] spoil(TestCluster cluster, byte[] sound) {
            byte[] spoilt = sound.clone();
            ByteBuffer.wrap(spoilt).putInt(1, 999_999);
            return spoilt;
        }
    },
    /** A record that ends in the middle. */
    CUT_SHORT {
        @Override
        byte[] spoil(TestCluster cluster, byte[] sound) {
            return Arrays.copyOf(sound, sound.length / 2);
        }
    },
    /** Bits that fell over. */
    DAMAGED {
        @Override
        byte[] spoil(TestCluster cluster, byte[] sound) {
            byte[] spoilt = sound.clone();
            Arrays.fill(spoilt, 5, Math.min(spoilt.length, 40), (byte) 0xff);
            return spoilt;
        }
    },
    /** A sound record of another topic. */
    OTHER_RECORD {
        @Override
        byte[] spoil(TestCluster cluster, byte[] sound) {
            Topic<String, SourceState> sources = cluster.topics().sources();
            return encoded(
                    cluster,
                    sources,
                    SourceState.newBuilder()
                            .setSourceId("s")
                            .setUrl("https://news.example/feed")
                            .build());
        }
    };

    /** The value to send in place of a sound one. */
    abstract byte[] spoil(TestCluster cluster, byte[] sound);

    static <V extends SpecificRecord> byte[] encoded(TestCluster cluster, Topic<String, V> topic, V value) {
        try (Serializer<V> serializer = cluster.clients().serdes().serializer(topic)) {
            return serializer.serialize(topic.name(), value);
        }
    }
}
