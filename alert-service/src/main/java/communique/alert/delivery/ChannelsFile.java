package communique.alert.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import communique.alert.delivery.alertmanager.AlertmanagerConfig;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.console.ConsoleConfig;
import communique.alert.delivery.email.EmailConfig;
import communique.alert.delivery.ntfy.NtfyConfig;
import communique.alert.delivery.pagerduty.PagerDutyConfig;
import communique.alert.delivery.slack.SlackConfig;
import communique.alert.delivery.teams.TeamsConfig;
import communique.alert.delivery.webhook.WebhookConfig;
import communique.alert.route.Inhibition;
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
 * @param inhibit what nobody needs to be told because another alert tells it
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
            @JsonSubTypes.Type(name = "ntfy", value = NtfyConfig.class),
            @JsonSubTypes.Type(name = "pagerduty", value = PagerDutyConfig.class),
            @JsonSubTypes.Type(name = "slack", value = SlackConfig.class),
            @JsonSubTypes.Type(name = "teams", value = TeamsConfig.class),
            @JsonSubTypes.Type(name = "webhook", value = WebhookConfig.class)
        })
        List<ChannelConfig> channels,

        @JsonProperty("route") Route route,
        @JsonProperty("notices") String notices,
        @JsonProperty("inhibit") List<Inhibition> inhibit) {
    ChannelsFile {
        channels = channels == null ? List.of() : List.copyOf(channels);
        inhibit = inhibit == null ? List.of() : List.copyOf(inhibit);
    }

    static ChannelsFile read(Path file) {
        return YamlFile.read(file, ChannelsFile.class);
    }
}
