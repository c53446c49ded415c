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
import java.time.Duration;
import java.util.Objects;

/**
 * A channel that posts to a Slack incoming webhook. Whoever knows its address can post, so the address is a secret.
 *
 * @param name name of the channel
 * @param wants which alerts are posted
 * @param target the incoming webhook
 */
public record SlackConfig(String name, Wanted wants, HttpTarget target) implements ChannelConfig {
    /** Slack takes one message a second from a webhook. */
    private static final Duration PACE = Duration.ofSeconds(1);

    /** Reads it from a channels file. */
    @JsonCreator
    static SlackConfig of(
            @JsonProperty("name") String name,
            @JsonProperty("wants") Wanted wants,
            @JsonProperty("timeout") @JsonDeserialize(converter = DurationConverter.class) Duration timeout,
            @JsonProperty("url") String url,
            @JsonProperty("url_file") String urlFile,
            @JsonProperty("allow_private") Boolean allowPrivate) {
        ChannelConfig.checkName(name);
        return new SlackConfig(
                name,
                Objects.requireNonNullElse(wants, Wanted.ALL),
                new HttpTarget(
                        Secret.of("url", url, urlFile).keptElsewhere(),
                        Objects.requireNonNullElse(timeout, DEFAULT_TIMEOUT),
                        Boolean.TRUE.equals(allowPrivate)));
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
        return new SlackChannel(new HttpSender(name, target, surroundings));
    }
}
