package communique.alert.delivery.webhook;

import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;

/** Posts each alert as a signed CloudEvent. */
final class WebhookChannel implements Channel {
    private final HttpSender sender;
    private final Signature signature;

    WebhookChannel(HttpSender sender, Signature signature) {
        this.sender = sender;
        this.signature = signature;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        byte[] body = CloudEvent.of(message).bytes();
        return sender.post(CloudEvent.CONTENT_TYPE, signature.headers(message.id(), message.at(), body), body);
    }

    @Override
    public void close() {
        sender.close();
    }

    @Override
    public String toString() {
        return "webhook at " + sender;
    }
}
