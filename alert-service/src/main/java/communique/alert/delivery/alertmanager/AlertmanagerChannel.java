package communique.alert.delivery.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Posts messages in the shape of Alertmanager. */
final class AlertmanagerChannel implements Channel {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String name;
    private final HttpSender sender;
    private final boolean api;
    private final Map<String, String> headers;

    AlertmanagerChannel(String name, HttpSender sender, boolean api, Optional<String> token) {
        this.name = name;
        this.sender = sender;
        this.api = api;
        this.headers =
                token.map(value -> Map.of("Authorization", "Bearer " + value)).orElse(Map.of());
    }

    @Override
    public DeliveryOutcome send(Message message) {
        return sender.post("application/json", headers, body(message));
    }

    private byte[] body(Message message) {
        Object body = api ? ForeignAlert.of(message) : ForeignWebhook.of(name, message);
        try {
            return MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
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
        return "alertmanager at " + sender;
    }
}
