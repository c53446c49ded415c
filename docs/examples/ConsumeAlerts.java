import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Prints alerts as they come. Needs kafka-clients, avro and Confluent's kafka-avro-serializer, nothing of this project:
 *
 * <pre>java -cp 'lib/*' ConsumeAlerts.java 127.0.0.1:9092 http://127.0.0.1:8081/apis/ccompat/v7 communique.alerts.v1.ru</pre>
 */
public class ConsumeAlerts {
    public static void main(String[] arguments) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", arguments[0],
                "schema.registry.url", arguments[1],
                "group.id", "example-desk",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed",
                "key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer",
                "value.deserializer", "io.confluent.kafka.serializers.KafkaAvroDeserializer");
        long left = arguments.length > 3 ? Long.parseLong(arguments[3]) : Long.MAX_VALUE;
        try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of(arguments[2]));
            while (left > 0) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    GenericRecord alert = record.value();
                    System.out.println(alert.get("id") + " " + alert.get("speakers") + " " + alert.get("headline"));
                    left--;
                }
            }
        }
    }
}
