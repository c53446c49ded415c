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
import communique.alert.delivery.template.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A channel that posts to a webhook.
 *
 * @param name name of the channel
 * @param wants which alerts are sent
 * @param target where to
 * @param secret what messages are signed with, as Standard Webhooks write it: {@code whsec_} or {@code whsk_} and
 *     base64
 * @param former the secret it replaces, with which they are signed too
 * @param rotated when it was replaced; a day later the former one is out of use
 * @param ordered whether an alert waits until the one before it is delivered or given up
 * @param template the shape of bodies, where it is not to be a CloudEvent
 */
public record WebhookConfig(
        String name,
        Wanted wants,
        HttpTarget target,
        Secret secret,
        Optional<Secret> former,
        Instant rotated,
        boolean ordered,
        Optional<Path> template)
        implements ChannelConfig {
    /** So long Standard Webhooks let a receiver take to change. */
    private static final Duration ROTATION = Duration.ofHours(24);

    /** Reads it from a channels file. */
    @JsonCreator
    static WebhookConfig of(
            @JsonProperty("name") String name,
            @JsonProperty("wants") Wanted wants,
            @JsonProperty("timeout") @JsonDeserialize(converter = DurationConverter.class) Duration timeout,
            @JsonProperty("url") String url,
            @JsonProperty("url_file") String urlFile,
            @JsonProperty("allow_private") Boolean allowPrivate,
            @JsonProperty("retry_on") List<Integer> retryOn,
            @JsonProperty("secret") String secret,
            @JsonProperty("secret_file") String secretFile,
            @JsonProperty("former_secret") String former,
            @JsonProperty("former_secret_file") String formerFile,
            @JsonProperty("rotated") String rotated,
            @JsonProperty("ordered") Boolean ordered,
            @JsonProperty("template") Path template) {
        ChannelConfig.checkName(name);
        return new WebhookConfig(
                name,
                Objects.requireNonNullElse(wants, Wanted.ALL),
                HttpTarget.of(Secret.of("url", url, urlFile), timeout, allowPrivate, retryOn),
                Secret.of("secret", secret, secretFile).keptElsewhere(),
                Secret.optional("former_secret", former, formerFile).map(Secret::keptElsewhere),
                instant(rotated, former != null || formerFile != null),
                Boolean.TRUE.equals(ordered),
                Optional.ofNullable(template));
    }

    private static Instant instant(String text, boolean needed) {
        if (!needed) {
            return Instant.MIN;
        }
        try {
            return Instant.parse(String.valueOf(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "with former_secret, rotated tells when the secret was replaced, such as 2026-03-04T12:00:00Z", e);
        }
    }

    @Override
    public String type() {
        return "webhook";
    }

    @Override
    public Channel open(Surroundings surroundings) {
        String where = "channel " + name;
        String revealed = secret.reveal(surroundings.secrets());
        Optional<String> revealedFormer = former.map(one -> one.reveal(surroundings.secrets()));
        Signature signature = new Signature(
                SigningKey.of(where, revealed),
                revealedFormer.map(one -> SigningKey.of(where, one)),
                former.isPresent() ? rotated.plus(ROTATION) : rotated);
        return new WebhookChannel(
                new HttpSender(name, target, surroundings, revealed, revealedFormer.orElse("")),
                signature,
                template.map(file -> Template.read(name, file, text -> text, made -> true)));
    }
}
