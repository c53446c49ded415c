package communique.alert.delivery.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.http.HttpSender;
import communique.alert.delivery.http.Verdict;
import communique.schemas.v1.AlertKind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts messages by Slack's Web API with a bot token. What is told of an alert later stands in the thread under its
 * first message; a correction is shown in the channel too.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
 */
final class SlackBot implements Channel {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> GONE = Set.of(
            "channel_not_found",
            "is_archived",
            "not_in_channel",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "team_access_not_granted");
    private static final Set<String> AUTH = Set.of("invalid_auth", "not_authed", "no_permission", "missing_scope");
    private static final Set<String> TROUBLE =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");

    private final HttpSender sender;
    private final String token;
    private final String conversation;
    private final SlackBody body;

    SlackBot(HttpSender sender, String token, String conversation, SlackBody body) {
        this.sender = sender;
        this.token = token;
        this.conversation = conversation;
        this.body = body;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        ObjectNode post = body.of(message).put("channel", conversation);
        message.follows().ifPresent(thread -> {
            post.put("thread_ts", thread);
            if (isCorrection(message)) {
                post.put("reply_broadcast", true);
            }
        });
        return sender.post(
                SlackChannel.CONTENT_TYPE,
                Map.of("Authorization", "Bearer " + token),
                SlackBody.bytes(post),
                (status, notBefore, answer, reply) -> judge(status, notBefore, answer, reply, message));
    }

    private static boolean isCorrection(Message message) {
        return message.notice().isEmpty() && message.alert().getKind() == AlertKind.CORRECTED;
    }

    private static DeliveryOutcome judge(int status, Duration notBefore, String body, Reply reply, Message message) {
        if (status / 100 != 2) {
            return Verdict.of(status, notBefore, reply);
        }
        JsonNode answer = parse(body);
        if (answer.path("ok").asBoolean()) {
            // A thread is known by its first message.
            return new Delivered(
                    reply,
                    message.follows()
                            .or(() -> Optional.ofNullable(answer.path("ts").textValue())));
        }
        String error = answer.path("error").asText("no answer");
        Reply told = new Reply(reply.status(), error);
        if (error.equals("ratelimited") || error.equals("rate_limited")) {
            return new Retry(FailureReason.RATE_LIMITED, notBefore, told);
        }
        if (TROUBLE.contains(error) || !answer.has("error")) {
            return new Retry(FailureReason.SERVER_ERROR, notBefore, told);
        }
        if (GONE.contains(error)) {
            return new Rejected(FailureReason.GONE, told);
        }
        return new Rejected(AUTH.contains(error) ? FailureReason.AUTH_ERROR : FailureReason.CLIENT_ERROR, told);
    }

    private static JsonNode parse(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode();
        }
    }

    @Override
    public void close() {
        sender.close();
    }

    @Override
    public String toString() {
        return "slack bot at " + sender;
    }
}
