package communique.alert.delivery;

import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.console.ConsoleConfig;
import communique.kit.config.ConfigProblem;
import communique.kit.config.DurationText;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.Keys;
import communique.kit.config.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where alerts go and how often that is tried.
 *
 * @param channels the channels, each with a name of its own
 * @param retryWaits waits between attempts, one after the other; when they are used up the alert is given up
 */
public record DeliveryConfig(List<ChannelConfig> channels, List<Duration> retryWaits) {
    private static final String CHANNELS = "alert.delivery.channels";
    private static final String CONSOLE = "alert.delivery.console";
    private static final String RETRY_WAITS = "alert.delivery.retry.waits";

    /** Copies, and checks that no name is used twice: it would be one consumer group. */
    public DeliveryConfig {
        channels = List.copyOf(channels);
        retryWaits = List.copyOf(retryWaits);
        Set<String> names = new HashSet<>();
        for (ChannelConfig channel : channels) {
            if (!names.add(channel.name())) {
                throw new InvalidConfigException(CHANNELS, "the name '" + channel.name() + "' is used twice");
            }
        }
    }

    /** Adds the keys this record is read from. */
    public static Keys define(Keys keys) {
        // The waits are those of Standard Webhooks: about three days, and then nobody waits for this news any more.
        return keys.existingPath(CHANNELS, "YAML file with the channels alerts are delivered to.")
                .choice(
                        CONSOLE,
                        "off",
                        "Whether alerts are printed too, without or with colour.",
                        "off",
                        "plain",
                        "color")
                .list(
                        RETRY_WAITS,
                        "5s,5m,30m,2h,5h,10h,14h,20h,24h",
                        "Waits between the attempts to deliver an alert to a channel; after the last it is given up.");
    }

    /**
     * Reads it from checked settings.
     *
     * @throws InvalidConfigException where the channels file is wrong
     */
    public static DeliveryConfig of(Settings settings) {
        List<ChannelConfig> channels = new ArrayList<>();
        if (!settings.text(CONSOLE).equals("off")) {
            boolean color = settings.text(CONSOLE).equals("color");
            channels.add(new ConsoleConfig("console", Wanted.ALL, color));
        }
        settings.path(CHANNELS).map(ChannelsFile::read).ifPresent(file -> channels.addAll(file.channels()));
        return new DeliveryConfig(channels, waits(settings.list(RETRY_WAITS)));
    }

    private static List<Duration> waits(List<String> texts) {
        List<Duration> waits = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (String text : texts) {
            try {
                waits.add(DurationText.parse(text));
            } catch (IllegalArgumentException e) {
                problems.add(new ConfigProblem(RETRY_WAITS, e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        return waits;
    }
}
