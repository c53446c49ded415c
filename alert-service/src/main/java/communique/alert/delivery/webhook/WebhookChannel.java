package communique.alert.delivery.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;
import communique.alert.delivery.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Posts each message signed: as a CloudEvent, or in the shape of a template. */
final class WebhookChannel implements Channel {
    private static final String JSON = "application/json; charset=utf-8";

    private final HttpSender sender;
    private final Signature signature;
    private final Optional<Template> template;

    WebhookChannel(HttpSender sender, Signature signature, Optional<Template> template) {
        this.sender = sender;
        this.signature = signature;
        this.template = template;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        Optional<ObjectNode> own = template.flatMap(shape -> shape.make(message));
        byte[] body = own.map(made -> made.toString().getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> CloudEvent.of(message).bytes());
        String type = own.isPresent() ? JSON : CloudEvent.CONTENT_TYPE;
        return sender.post(type, signature.headers(message.id(), message.at(), body), body);
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
