package communique.alert.delivery.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.Surroundings;
import communique.alert.delivery.channel.Wanted;
import java.util.Objects;

/**
 * A channel that prints alerts.
 *
 * @param name name of the channel
 * @param wants which alerts are printed
 * @param color whether to use ANSI colours
 */
public record ConsoleConfig(
        @JsonProperty("name") String name,
        @JsonProperty("wants") Wanted wants,
        @JsonProperty("color") Boolean color) implements ChannelConfig {
    /** Fills what is left out, and checks the rest. */
    public ConsoleConfig {
        ChannelConfig.checkName(name);
        wants = Objects.requireNonNullElse(wants, Wanted.ALL);
        color = Boolean.TRUE.equals(color);
    }

    @Override
    public String type() {
        return "console";
    }

    @Override
    public Channel open(Surroundings surroundings) {
        return new ConsoleChannel(surroundings.console(), new AlertText(color));
    }
}
