package communique.alert.delivery.alertmanager;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A channel for receivers of Alertmanager's webhook, or for an Alertmanager.
 *
 * @param name name of the channel
 * @param wants which alerts are sent
 * @param target where to
 * @param api whether that is {@code /api/v2/alerts} of an Alertmanager and not a receiver of its webhook
 * @param token bearer token, where one is needed
 */
public record AlertmanagerConfig(String name, Wanted wants, HttpTarget target, boolean api, Optional<Secret> token)
        implements ChannelConfig {
    /** Reads it from a channels file. */
    @JsonCreator
    static AlertmanagerConfig of(
            @JsonProperty("name") String name,
            @JsonProperty("wants") Wanted wants,
            @JsonProperty("timeout") @JsonDeserialize(converter = DurationConverter.class) Duration timeout,
            @JsonProperty("url") String url,
            @JsonProperty("url_file") String urlFile,
            @JsonProperty("allow_private") Boolean allowPrivate,
            @JsonProperty("retry_on") List<Integer> retryOn,
            @JsonProperty("api") Boolean api,
            @JsonProperty("token") String token,
            @JsonProperty("token_file") String tokenFile) {
        ChannelConfig.checkName(name);
        return new AlertmanagerConfig(
                name,
                Objects.requireNonNullElse(wants, Wanted.ALL),
                HttpTarget.of(Secret.of("url", url, urlFile), timeout, allowPrivate, retryOn),
                Boolean.TRUE.equals(api),
                Secret.optional("token", token, tokenFile).map(Secret::keptElsewhere));
    }

    @Override
    public String type() {
        return "alertmanager";
    }

    @Override
    public Channel open(Surroundings surroundings) {
        Optional<String> revealed = token.map(secret -> secret.reveal(surroundings.secrets()));
        return new AlertmanagerChannel(
                name, new HttpSender(name, target, surroundings, revealed.orElse("")), api, revealed);
    }
}
