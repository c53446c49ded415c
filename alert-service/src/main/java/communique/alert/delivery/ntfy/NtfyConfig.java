package communique.alert.delivery.ntfy;

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
import java.util.regex.Pattern;

/**
 * A channel that publishes to a topic of an ntfy server.
 *
 * @param name name of the channel
 * @param wants which alerts are published
 * @param target the server
 * @param topic the topic
 * @param priority from 1 to 5
 * @param token access token, where one is needed
 */
public record NtfyConfig(
        String name, Wanted wants, HttpTarget target, String topic, int priority, Optional<Secret> token)
        implements ChannelConfig {
    private static final String PUBLIC = "https://ntfy.sh/";
    private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");
    private static final int USUAL = 3;
    private static final int HIGHEST = 5;

    /** Reads it from a channels file. */
    @JsonCreator
    static NtfyConfig of(
            @JsonProperty("name") String name,
            @JsonProperty("wants") Wanted wants,
            @JsonProperty("timeout") @JsonDeserialize(converter = DurationConverter.class) Duration timeout,
            @JsonProperty("url") String url,
            @JsonProperty("url_file") String urlFile,
            @JsonProperty("allow_private") Boolean allowPrivate,
            @JsonProperty("topic") String topic,
            @JsonProperty("priority") Integer priority,
            @JsonProperty("token") String token,
            @JsonProperty("token_file") String tokenFile) {
        ChannelConfig.checkName(name);
        if (topic == null || !TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException("topic is a name of letters, digits, dashes and underscores");
        }
        int wanted = Objects.requireNonNullElse(priority, USUAL);
        if (wanted < 1 || wanted > HIGHEST) {
            throw new IllegalArgumentException("priority is a number from 1 to 5");
        }
        return new NtfyConfig(
                name,
                Objects.requireNonNullElse(wants, Wanted.ALL),
                HttpTarget.of(Secret.of("url", url, urlFile, PUBLIC), timeout, allowPrivate, List.of()),
                topic,
                wanted,
                Secret.optional("token", token, tokenFile).map(Secret::keptElsewhere));
    }

    @Override
    public String type() {
        return "ntfy";
    }

    @Override
    public Channel open(Surroundings surroundings) {
        Optional<String> revealed = token.map(secret -> secret.reveal(surroundings.secrets()));
        HttpSender sender = new HttpSender(name, target, surroundings, revealed.orElse(""));
        return new NtfyChannel(sender, topic, priority, revealed, surroundings.page());
    }
}
