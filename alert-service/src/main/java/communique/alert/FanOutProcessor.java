package communique.alert;

import communique.schemas.Topics;
import communique.schemas.v1.Alert;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Copies an alert once for each state that speaks in it, which it names in a CloudEvents extension attribute. */
final class FanOutProcessor extends ContextualFixedKeyProcessor<String, Alert, Alert> {
    private static final String SPEAKER = "ce_speaker";

    @Override
    public void process(FixedKeyRecord<String, Alert> record) {
        for (String state : record.value().getSpeakers()) {
            RecordHeaders headers = new RecordHeaders(record.headers());
            headers.remove(SPEAKER);
            headers.add(SPEAKER, state.getBytes(StandardCharsets.UTF_8));
            context().forward(record.withHeaders(headers));
        }
    }

    /** The topic of the state a copy is for. */
    record Target(Topics topics) implements TopicNameExtractor<String, Alert> {
        @Override
        public String extract(String id, Alert alert, RecordContext context) {
            byte[] state = context.headers().lastHeader(SPEAKER).value();
            return topics.alertsBy(new String(state, StandardCharsets.UTF_8)).name();
        }

        @Override
        public String toString() {
            return "topic of the speaker";
        }
    }
}
