package communique.schemas;

import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;

/**
 * A Kafka topic and what it carries.
 *
 * @param name full name, prefix included
 * @param key class of the record key
 * @param value class of the record value
 * @param partitions number of partitions when the topic is created
 * @param retention how long a record is kept, of no effect where {@link #keepsForEver()}
 * @param cleanup what happens to a record whose time is over
 * @param compatibility rule for later schemas of the value
 */
public record Topic<K, V>(
        String name,
        Class<K> key,
        Class<V> value,
        int partitions,
        Duration retention,
        Cleanup cleanup,
        Compatibility compatibility) {

    /** Kafka's {@code cleanup.policy}. */
    public enum Cleanup {
        /** Records go when they are older than the retention. */
        DELETE("delete"),
        /** The latest record of each key stays for ever. */
        COMPACT("compact"),
        /** The latest record of each key stays until it is older than the retention. */
        COMPACT_DELETE("compact,delete");

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }

        /** The value as Kafka spells it. */
        public String policy() {
            return policy;
        }
    }

    /** The registry's compatibility level for the topic's value subject. */
    public enum Compatibility {
        /** Old and new readers and writers work with each other, for all versions. */
        FULL_TRANSITIVE,
        /** New readers read what any old writer wrote. */
        BACKWARD_TRANSITIVE,
        /** The topic carries bytes as they came; nothing is registered. */
        NONE
    }

    /** Whether the latest record of each key never goes; Kafka knows no retention of topics that are compacted only. */
    public boolean keepsForEver() {
        return cleanup == Cleanup.COMPACT;
    }

    /** The registry subject of the value, by Confluent's topic name strategy. */
    public String valueSubject() {
        return name + "-value";
    }

    /**
     * The schema of the values as it is registered and as other languages see it: complete in itself, and without the
     * properties that only Java reads.
     *
     * @throws IllegalStateException where the topic carries bytes
     */
    public Schema schema() {
        if (!hasSchema()) {
            throw new IllegalStateException(name + " carries bytes");
        }
        String generated = SpecificData.get().getSchema(value).toString();
        String javaString = "{\"type\":\"string\",\"" + GenericData.STRING_PROP + "\":\"String\"}";
        return new Schema.Parser().parse(generated.replace(javaString, "\"string\""));
    }

    /** Whether the value is an Avro record with a schema to register. */
    public boolean hasSchema() {
        return compatibility != Compatibility.NONE;
    }
}
