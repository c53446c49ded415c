package communique.alert.delivery.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;
import communique.alert.delivery.http.Verdict;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Posts messages to an incoming webhook of Slack. */
final class SlackChannel implements Channel {
    static final String CONTENT_TYPE = "application/json; charset=utf-8";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** No such webhook, or its channel is archived or closed to it: no message will ever be taken. */
    private static final Set<Integer> GONE = Set.of(403, 404);

    private final HttpSender sender;

    SlackChannel(HttpSender sender) {
        this.sender = sender;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        return sender.post(CONTENT_TYPE, Map.of(), body(message), SlackChannel::judge);
    }

    private static DeliveryOutcome judge(int status, Duration notBefore, String body, Reply reply) {
        return GONE.contains(status) ? new Rejected(FailureReason.GONE, reply) : Verdict.of(status, notBefore, reply);
    }

    static byte[] body(Message message) {
        return json(SlackMessage.of(message));
    }

    static byte[] json(Object value) {
        try {
            return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
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
