package communique.alert.delivery.pagerduty;

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

/**
 * A channel that sends events to a service of PagerDuty.
 *
 * @param name name of the channel
 * @param wants which alerts are sent
 * @param target where to
 * @param routingKey the integration key of the service
 */
public record PagerDutyConfig(String name, Wanted wants, HttpTarget target, Secret routingKey)
        implements ChannelConfig {
    private static final String ENQUEUE = "https://events.pagerduty.com/v2/enqueue";

    /** Reads it from a channels file. */
    @JsonCreator
    static PagerDutyConfig of(
            @JsonProperty("name") String name,
            @JsonProperty("wants") Wanted wants,
            @JsonProperty("timeout") @JsonDeserialize(converter = DurationConverter.class) Duration timeout,
            @JsonProperty("url") String url,
            @JsonProperty("url_file") String urlFile,
            @JsonProperty("allow_private") Boolean allowPrivate,
            @JsonProperty("routing_key") String routingKey,
            @JsonProperty("routing_key_file") String routingKeyFile) {
        ChannelConfig.checkName(name);
        return new PagerDutyConfig(
                name,
                Objects.requireNonNullElse(wants, Wanted.ALL),
                HttpTarget.of(Secret.of("url", url, urlFile, ENQUEUE), timeout, allowPrivate, List.of()),
                Secret.of("routing_key", routingKey, routingKeyFile).keptElsewhere());
    }

    @Override
    public String type() {
        return "pagerduty";
    }

    /** An incident is about one alert, from the first revision to the last. */
    @Override
    public boolean groups() {
        return false;
    }

    @Override
    public Channel open(Surroundings surroundings) {
        String key = routingKey.reveal(surroundings.secrets());
        return new PagerDutyChannel(new HttpSender(name, target, surroundings, key), key, surroundings.page());
    }
}
