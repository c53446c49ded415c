package communique.standalone.deadletter;

import communique.kit.kafka.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record some service could not process, as it lies on a dead-letter topic. The reason is read from the headers Kafka
 * Streams writes, else from those of Kafka Connect.
 *
 * @param record the record as it was read
 */
record DeadLetter(ConsumerRecord<byte[], byte[]> record) {
    private static final List<String> FAMILIES = List.of("__streams.errors.", "__connect.errors.");

    /** Where it lies, as the commands take it: partition, colon, offset. */
    String position() {
        return record.partition() + ":" + record.offset();
    }

    /** The time of the record that failed. */
    Instant time() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The topic it was read from; empty where it never was on one, such as a feed's entry. */
    Optional<String> topic() {
        return reason("topic");
    }

    /** Where on that topic it was. */
    String origin() {
        return topic().map(topic -> topic + " " + reason("partition").orElse("?") + ":"
                        + reason("offset").orElse("?"))
                .orElseGet(() -> reason("stage").orElse("unknown"));
    }

    /** The kind of failure: an exception's simple name or a reason's. */
    String kind() {
        String full =
                reason("exception").or(() -> reason("exception.class.name")).orElse("unknown");
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** What went wrong, in a line. */
    String message() {
        String whole = reason("message").or(() -> reason("exception.message")).orElse("");
        return whole.lines().findFirst().orElse("");
    }

    /** How often it has been sent again already. */
    int redrives() {
        return header(EventHeaders.REDRIVES).map(Integer::parseInt).orElse(0);
    }

    /**
     * The record that failed, to be sent to where it came from: key, value, time and headers as they were, the reason
     * taken off, one more redrive counted.
     *
     * @throws IllegalStateException where it came from no topic
     */
    ProducerRecord<byte[], byte[]> again() {
        String to = topic().orElseThrow(() -> new IllegalStateException(position() + " came from no topic"));
        Headers headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().equals(EventHeaders.REDRIVES) && FAMILIES.stream().noneMatch(header.key()::startsWith)) {
                headers.add(header);
            }
        }
        headers.add(EventHeaders.REDRIVES, Integer.toString(redrives() + 1).getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(to, null, record.timestamp(), record.key(), record.value(), headers);
    }

    private Optional<String> reason(String name) {
        return FAMILIES.stream()
                .map(family -> header(family + name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
