package communique.alert.delivery.ntfy;

import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;
import communique.alert.delivery.http.JsonBody;
import communique.alert.view.PageLink;
import java.util.Map;
import java.util.Optional;

/** Publishes messages to a topic. */
final class NtfyChannel implements Channel {
    private final HttpSender sender;
    private final String topic;
    private final int priority;
    private final Map<String, String> headers;
    private final PageLink page;

    NtfyChannel(HttpSender sender, String topic, int priority, Optional<String> token, PageLink page) {
        this.sender = sender;
        this.topic = topic;
        this.priority = priority;
        this.headers =
                token.map(value -> Map.of("Authorization", "Bearer " + value)).orElse(Map.of());
        this.page = page;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        return sender.post(JsonBody.TYPE, headers, JsonBody.of(Notification.of(topic, priority, message, page)));
    }

    @Override
    public void close() {
        sender.close();
    }

    @Override
    public String toString() {
        return "ntfy at " + sender;
    }
}
