package communique.alert.delivery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.Surroundings;
import communique.alert.delivery.channel.Wanted;

/** Stands for a channel whose type is missing or unknown, only to say so in words. */
@JsonIgnoreProperties(ignoreUnknown = true)
record UnknownChannel(String name) implements ChannelConfig {
    UnknownChannel {
        throw new IllegalArgumentException(
                "a channel needs a type: alertmanager, console, email, ntfy, pagerduty, slack, teams or webhook");
    }

    @Override
    public String type() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Wanted wants() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Channel open(Surroundings surroundings) {
        throw new UnsupportedOperationException();
    }
}
