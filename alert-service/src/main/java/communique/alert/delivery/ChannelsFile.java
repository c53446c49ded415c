package communique.alert.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.console.ConsoleConfig;
import communique.alert.delivery.slack.SlackConfig;
import communique.alert.delivery.webhook.WebhookConfig;
import communique.kit.config.YamlFile;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of channels. A new type of channel is a package of its own and one line here.
 *
 * @param channels in any order
 */
record ChannelsFile(
        @JsonProperty("channels")
        @JsonTypeInfo(
                use = JsonTypeInfo.Id.NAME,
                property = "type",
                defaultImpl = UnknownChannel.class,
                visible = false)
        @JsonSubTypes({
            @JsonSubTypes.Type(name = "console", value = ConsoleConfig.class),
            @JsonSubTypes.Type(name = "slack", value = SlackConfig.class),
            @JsonSubTypes.Type(name = "webhook", value = WebhookConfig.class)
        })
        List<ChannelConfig> channels) {
    ChannelsFile {
        channels = channels == null ? List.of() : List.copyOf(channels);
    }

    static ChannelsFile read(Path file) {
        return YamlFile.read(file, ChannelsFile.class);
    }
}
