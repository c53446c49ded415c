package communique.alert.delivery.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Posts each alert as a Block Kit message. */
final class SlackChannel implements Channel {
    private static final String CONTENT_TYPE = "application/json; charset=utf-8";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpSender sender;

    SlackChannel(HttpSender sender) {
        this.sender = sender;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        return sender.post(CONTENT_TYPE, Map.of(), body(message));
    }

    static byte[] body(Message message) {
        try {
            return MAPPER.writeValueAsString(SlackMessage.of(message)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sender.close();
    }

    @Override
    public String toString() {
        return "slack at " + sender;
    }
}
