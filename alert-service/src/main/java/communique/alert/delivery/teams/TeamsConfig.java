package communique.alert.delivery.teams;

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
 * A channel that posts to a workflow of Teams, "when a webhook request is received".
 *
 * @param name name of the channel
 * @param wants which alerts are posted
 * @param target the workflow's address, a secret since whoever knows it can post
 */
public record TeamsConfig(String name, Wanted wants, HttpTarget target) implements ChannelConfig {
    /** Teams takes four requests a second. */
    private static final Duration PACE = Duration.ofMillis(250);

    /** Reads it from a channels file. */
    @JsonCreator
    static TeamsConfig of(
            @JsonProperty("name") String name,
            @JsonProperty("wants") Wanted wants,
            @JsonProperty("timeout") @JsonDeserialize(converter = DurationConverter.class) Duration timeout,
            @JsonProperty("url") String url,
            @JsonProperty("url_file") String urlFile,
            @JsonProperty("allow_private") Boolean allowPrivate) {
        ChannelConfig.checkName(name);
        return new TeamsConfig(
                name,
                Objects.requireNonNullElse(wants, Wanted.ALL),
                HttpTarget.of(Secret.of("url", url, urlFile).keptElsewhere(), timeout, allowPrivate, List.of()));
    }

    @Override
    public String type() {
        return "teams";
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public Channel open(Surroundings surroundings) {
        return new TeamsChannel(new HttpSender(name, target, surroundings), surroundings.page());
    }
}
