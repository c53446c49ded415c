package communique.alert.delivery.slack;

import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;
import communique.alert.delivery.http.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Posts messages to an incoming webhook of Slack. */
final class SlackChannel implements Channel {
    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    /** No such webhook, or its channel is archived or closed to it: no message will ever be taken. */
    private static final Set<Integer> GONE = Set.of(403, 404);

    private final HttpSender sender;
    private final SlackBody body;

    SlackChannel(HttpSender sender, SlackBody body) {
        this.sender = sender;
        this.body = body;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        return sender.post(CONTENT_TYPE, Map.of(), SlackBody.bytes(body.of(message)), SlackChannel::judge);
    }

    private static DeliveryOutcome judge(int status, Duration notBefore, String body, Reply reply) {
        return GONE.contains(status) ? new Rejected(FailureReason.GONE, reply) : Verdict.of(status, notBefore, reply);
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
