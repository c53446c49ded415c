package communique.alert.delivery.slack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DurationConverter;
import communique.alert.delivery.channel.Secret;
import communique.alert.delivery.channel.Surroundings;
import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.http.HttpSender;
import communique.alert.delivery.http.HttpTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A channel that posts to Slack: to an incoming webhook, whose address is a secret since whoever knows it can post, or
 * with a bot token to a conversation, which gives follow-ups a thread.
 *
 * @param name name of the channel
 * @param wants which alerts are posted
 * @param target the incoming webhook, or the method of the Web API
 * @param bot what a bot needs; empty for an incoming webhook
 * @param template the shape of messages, where it is not to be ours
 */
public record SlackConfig(String name, Wanted wants, HttpTarget target, Optional<Bot> bot, Optional<Path> template)
        implements ChannelConfig {
    /** Slack takes one message a second from a webhook, and as many into a conversation. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private static final String POST_MESSAGE = "https://slack.com/api/chat.postMessage";

    /**
     * What a bot needs.
     *
     * @param token its token, {@code xoxb-...}
     * @param conversation id of the conversation, such as C0123456789
     */
    record Bot(Secret token, String conversation) {}

    /** Reads it from a channels file. */
    @JsonCreator
    static SlackConfig of(
            @JsonProperty("name") String name,
            @JsonProperty("wants") Wanted wants,
            @JsonProperty("timeout") @JsonDeserialize(converter = DurationConverter.class) Duration timeout,
            @JsonProperty("url") String url,
            @JsonProperty("url_file") String urlFile,
            @JsonProperty("allow_private") Boolean allowPrivate,
            @JsonProperty("token") String token,
            @JsonProperty("token_file") String tokenFile,
            @JsonProperty("conversation") String conversation,
            @JsonProperty("template") Path template) {
        ChannelConfig.checkName(name);
        boolean isBot = conversation != null || token != null || tokenFile != null;
        if (isBot && conversation == null) {
            throw new IllegalArgumentException("with a token, conversation names where to post, such as C0123456789");
        }
        return new SlackConfig(
                name,
                Objects.requireNonNullElse(wants, Wanted.ALL),
                HttpTarget.of(
                        isBot && url == null && urlFile == null
                                ? Secret.of("url", POST_MESSAGE, null)
                                : Secret.of("url", url, urlFile).keptElsewhere(),
                        timeout,
                        allowPrivate,
                        List.of()),
                isBot
                        ? Optional.of(
                                new Bot(Secret.of("token", token, tokenFile).keptElsewhere(), conversation))
                        : Optional.empty(),
                Optional.ofNullable(template));
    }

    @Override
    public String type() {
        return "slack";
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public Channel open(Surroundings surroundings) {
        SlackBody body = SlackBody.of(name, template, surroundings.page());
        if (bot.isEmpty()) {
            return new SlackChannel(new HttpSender(name, target, surroundings), body);
        }
        String token = bot.get().token().reveal(surroundings.secrets());
        return new SlackBot(
                new HttpSender(name, target, surroundings, token),
                token,
                bot.get().conversation(),
                body);
    }
}
