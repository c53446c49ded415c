package communique.alert.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import communique.alert.delivery.alertmanager.AlertmanagerConfig;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.console.ConsoleConfig;
import communique.alert.delivery.email.EmailConfig;
import communique.alert.delivery.slack.SlackConfig;
import communique.alert.delivery.webhook.WebhookConfig;
import communique.alert.route.Route;
import communique.kit.config.YamlFile;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of channels. A new type of channel is a package of its own and one line here.
 *
 * @param channels in any order
 * @param route the root of the routing tree; without one every channel gets every alert at once
 * @param notices name of the channel that tells of trouble with another
 */
record ChannelsFile(
        @JsonProperty("channels")
        @JsonTypeInfo(
                use = JsonTypeInfo.Id.NAME,
                property = "type",
                defaultImpl = UnknownChannel.class,
                visible = false)
        @JsonSubTypes({
            @JsonSubTypes.Type(name = "alertmanager", value = AlertmanagerConfig.class),
            @JsonSubTypes.Type(name = "console", value = ConsoleConfig.class),
            @JsonSubTypes.Type(name = "email", value = EmailConfig.class),
            @JsonSubTypes.Type(name = "slack", value = SlackConfig.class),
            @JsonSubTypes.Type(name = "webhook", value = WebhookConfig.class)
        })
        List<ChannelConfig> channels,

        @JsonProperty("route") Route route,
        @JsonProperty("notices") String notices) {
    ChannelsFile {
        channels = channels == null ? List.of() : List.copyOf(channels);
    }

    static ChannelsFile read(Path file) {
        return YamlFile.read(file, ChannelsFile.class);
    }
}
