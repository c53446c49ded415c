package communique.alert.delivery.webhook;

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
 * A channel that posts to a webhook.
 *
 * @param name name of the channel
 * @param wants which alerts are sent
 * @param target where to
 * @param secret what messages are signed with, as Standard Webhooks write it: {@code whsec_} and base64
 */
public record WebhookConfig(String name, Wanted wants, HttpTarget target, Secret secret) implements ChannelConfig {
    /** Reads it from a channels file. */
    @JsonCreator
    static WebhookConfig of(
            @JsonProperty("name") String name,
            @JsonProperty("wants") Wanted wants,
            @JsonProperty("timeout") @JsonDeserialize(converter = DurationConverter.class) Duration timeout,
            @JsonProperty("url") String url,
            @JsonProperty("url_file") String urlFile,
            @JsonProperty("allow_private") Boolean allowPrivate,
            @JsonProperty("secret") String secret,
            @JsonProperty("secret_file") String secretFile) {
        ChannelConfig.checkName(name);
        return new WebhookConfig(
                name,
                Objects.requireNonNullElse(wants, Wanted.ALL),
                new HttpTarget(
                        Secret.of("url", url, urlFile),
                        Objects.requireNonNullElse(timeout, DEFAULT_TIMEOUT),
                        Boolean.TRUE.equals(allowPrivate)),
                Secret.of("secret", secret, secretFile).keptElsewhere());
    }

    @Override
    public String type() {
        return "webhook";
    }

    @Override
    public Channel open(Surroundings surroundings) {
        String revealed = secret.reveal(surroundings.secrets());
        return new WebhookChannel(
                new HttpSender(name, target, surroundings, revealed), Signature.with("channel " + name, revealed));
    }
}
