package communique.alert.delivery;

import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.console.ConsoleConfig;
import communique.alert.route.Inhibition;
import communique.alert.route.Route;
import communique.alert.route.RoutePlan;
import communique.kit.config.ConfigProblem;
import communique.kit.config.DurationText;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.Keys;
import communique.kit.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where alerts go and how often that is tried.
 *
 * @param channels the channels, each with a name of its own
 * @param retryWaits waits between attempts, one after the other; when they are used up the alert is given up
 * @param route the root of the routing tree; empty where every channel gets every alert at once
 * @param inhibitions what nobody needs to be told because another alert tells it
 * @param notices the channel that tells of trouble with another; empty for the first that is not the one in trouble
 */
public record DeliveryConfig(
        List<ChannelConfig> channels,
        List<Duration> retryWaits,
        Optional<Route> route,
        List<Inhibition> inhibitions,
        Optional<String> notices) {
    private static final String CHANNELS = "alert.delivery.channels";
    private static final String CONSOLE = "alert.delivery.console";
    private static final String RETRY_WAITS = "alert.delivery.retry.waits";

    /** Copies, and checks that no name is used twice: it would be one consumer group. */
    public DeliveryConfig {
        channels = List.copyOf(channels);
        retryWaits = List.copyOf(retryWaits);
        inhibitions = List.copyOf(inhibitions);
        Set<String> names = new HashSet<>();
        for (ChannelConfig channel : channels) {
            if (!names.add(channel.name())) {
                throw new InvalidConfigException(CHANNELS, "the name '" + channel.name() + "' is used twice");
            }
        }
        notices.filter(name -> !names.contains(name)).ifPresent(name -> {
            throw new InvalidConfigException(CHANNELS, "notices names channel '" + name + "'; there are " + names);
        });
        try {
            RoutePlan.of(route, List.copyOf(names));
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigException(CHANNELS, e.getMessage());
        }
    }

    /** Channels that get every alert at once. */
    public DeliveryConfig(List<ChannelConfig> channels, List<Duration> retryWaits) {
        this(channels, retryWaits, Optional.empty(), List.of(), Optional.empty());
    }

    /** Which alert reaches which channel. */
    public RoutePlan plan() {
        return RoutePlan.of(route, channels.stream().map(ChannelConfig::name).toList());
    }

    /** The channel that tells of trouble with another one. */
    Optional<String> teller(String inTrouble) {
        return notices.or(() -> channels.stream().map(ChannelConfig::name).findFirst())
                .filter(name -> !name.equals(inTrouble))
                .or(() -> channels.stream()
                        .map(ChannelConfig::name)
                        .filter(name -> !name.equals(inTrouble))
                        .findFirst());
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
        Optional<ChannelsFile> file = settings.path(CHANNELS).map(ChannelsFile::read);
        file.ifPresent(read -> channels.addAll(read.channels()));
        return new DeliveryConfig(
                channels,
                waits(settings.list(RETRY_WAITS)),
                file.map(ChannelsFile::route),
                file.map(ChannelsFile::inhibit).orElse(List.of()),
                file.map(ChannelsFile::notices));
    }

    /**
     * Reads a channels file alone, to look at its channels and routes.
     *
     * @throws InvalidConfigException where it is wrong
     */
    public static DeliveryConfig read(Path file) {
        ChannelsFile read = ChannelsFile.read(file);
        return new DeliveryConfig(
                read.channels(),
                List.of(),
                Optional.ofNullable(read.route()),
                read.inhibit(),
                Optional.ofNullable(read.notices()));
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
