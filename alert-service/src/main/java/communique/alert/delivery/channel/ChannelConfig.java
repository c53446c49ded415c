package communique.alert.delivery.channel;

import java.time.Duration;
import java.util.regex.Pattern;

/** A channel as configured. Every type of channel has its own record that checks itself and opens the channel. */
public interface ChannelConfig {
    /** Timeout of one attempt where none is configured. */
    Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

    /** What a name may look like: it becomes part of a consumer group, of record keys and of metric tags. */
    Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Unique name; another name is another channel, which is told the last three days. */
    String name();

    /** Word for the type, as in the file and in the meters. */
    String type();

    /** Which alerts it gets. */
    Wanted wants();

    /** Least time between two attempts. */
    default Duration pace() {
        return Duration.ZERO;
    }

    /** Whether an alert waits until the one before it is delivered or given up. */
    default boolean ordered() {
        return false;
    }

    /** Whether a message may tell of several alerts; otherwise each is told alone, however its route groups. */
    default boolean groups() {
        return true;
    }

    /**
     * Opens the channel; nothing is sent yet.
     *
     * @throws communique.kit.config.InvalidConfigException where a secret is missing or makes no sense
     */
    Channel open(Surroundings surroundings);

    /** Complains about a name that is none. */
    static void checkName(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a channel needs a name of small letters, digits and dashes, such as desk");
        }
    }
}
