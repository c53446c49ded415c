package communique.alert.delivery.pagerduty;

import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;
import communique.alert.delivery.http.JsonBody;
import communique.alert.view.PageLink;
import java.util.Map;

/** Sends events to PagerDuty. */
final class PagerDutyChannel implements Channel {
    private final HttpSender sender;
    private final String routingKey;
    private final PageLink page;

    PagerDutyChannel(HttpSender sender, String routingKey, PageLink page) {
        this.sender = sender;
        this.routingKey = routingKey;
        this.page = page;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        DeliveryOutcome outcome =
                sender.post(JsonBody.TYPE, Map.of(), JsonBody.of(Event.of(routingKey, message, page)));
        // The key is part of what was sent, and nobody is to see it.
        return outcome instanceof Rejected rejected
                ? new Rejected(
                        rejected.reason(),
                        rejected.reply(),
                        rejected.payload().map(sent -> sent.replace(routingKey, "[hidden]")))
                : outcome;
    }

    @Override
    public void close() {
        sender.close();
    }

    @Override
    public String toString() {
        return "pagerduty at " + sender;
    }
}
