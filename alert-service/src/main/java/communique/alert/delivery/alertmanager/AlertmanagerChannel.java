package communique.alert.delivery.alertmanager;

import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;
import communique.alert.delivery.http.JsonBody;
import java.util.Map;
import java.util.Optional;

/** Posts messages in the shape of Alertmanager. */
final class AlertmanagerChannel implements Channel {
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
        Object body = api ? ForeignAlert.of(message) : ForeignWebhook.of(name, message);
        return sender.post(JsonBody.TYPE, headers, JsonBody.of(body));
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
