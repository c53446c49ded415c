package communique.standalone.deadletter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Shows dead letters to people, or as one JSON object a line to programs. */
final class DeadLetterView {
    private static final int SHOWN_BYTES = 4096;

    private final PrintWriter out;
    private final boolean json;
    private final ObjectMapper mapper = new ObjectMapper();

    DeadLetterView(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** One line. */
    void line(DeadLetter letter) {
        out.println(
                json
                        ? summary(letter).toString()
                        : String.format(
                                Locale.ROOT,
                                "%-8s %s  %-28s %-44s %s%s",
                                letter.position(),
                                letter.time(),
                                letter.kind(),
                                letter.origin(),
                                letter.message(),
                                letter.redrives() == 0 ? "" : " (sent again " + letter.redrives() + " times)"));
    }

    /**
     * All of it.
     *
     * @param decoded the value as its topic's record; empty text where it is none
     */
    void whole(DeadLetter letter, Function<ConsumerRecord<byte[], byte[]>, String> decoded) {
        ConsumerRecord<byte[], byte[]> record = letter.record();
        String value = decoded.apply(record);
        if (json) {
            ObjectNode node = summary(letter);
            ObjectNode headers = node.putObject("headers");
            record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
            out.println(node.put("bytes", size(record)).put("value", value.isEmpty() ? text(record.value()) : value));
            return;
        }
        line(letter);
        out.println("key      " + text(record.key()));
        for (Header header : record.headers()) {
            out.println("header   " + header.key() + ": " + text(header.value()).stripTrailing());
        }
        out.println("value    " + size(record) + " bytes: " + (value.isEmpty() ? text(record.value()) : value));
    }

    private ObjectNode summary(DeadLetter letter) {
        return mapper.createObjectNode()
                .put("position", letter.position())
                .put("time", letter.time().toString())
                .put("kind", letter.kind())
                .put("origin", letter.origin())
                .put("key", text(letter.record().key()))
                .put("message", letter.message())
                .put("redrives", letter.redrives());
    }

    private static int size(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? 0 : record.value().length;
    }

    /** UTF-8 where it is, else hexadecimal; cut where it is long. */
    private static String text(byte[] bytes) {
        if (bytes == null) {
            return "";
        }
        int length = Math.min(bytes.length, SHOWN_BYTES);
        String cut = bytes.length > length ? "…" : "";
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.substring(0, Math.min(text.length(), SHOWN_BYTES)) + cut;
        } catch (CharacterCodingException e) {
            return HexFormat.of().formatHex(bytes, 0, length) + cut;
        }
    }
}
