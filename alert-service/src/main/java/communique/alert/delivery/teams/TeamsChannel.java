package communique.alert.delivery.teams;

import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;
import communique.alert.delivery.http.JsonBody;
import communique.alert.view.PageLink;
import java.util.List;
import java.util.Map;

/** Posts messages to Teams. */
final class TeamsChannel implements Channel {
    private final HttpSender sender;
    private final PageLink page;

    TeamsChannel(HttpSender sender, PageLink page) {
        this.sender = sender;
        this.page = page;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        Map<String, Object> attachment = Map.of(
                "contentType", "application/vnd.microsoft.card.adaptive", "content", AdaptiveCard.of(message, page));
        Map<String, Object> body = Map.of("type", "message", "attachments", List.of(attachment));
        return sender.post(JsonBody.TYPE, Map.of(), JsonBody.of(body));
    }

    @Override
    public void close() {
        sender.close();
    }

    @Override
    public String toString() {
        return "teams at " + sender;
    }
}
