package communique.alert.delivery.http;

import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.Secret;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.Placeholders;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Where a channel sends to.
 *
 * @param url the address; it may hold a token, so it is treated as a secret
 * @param timeout of one attempt, from the look-up of the name to the last byte of the answer
 * @param allowPrivate whether it may be in a private network, and without TLS
 * @param retryOn statuses from 400 to 499 after which a message is tried again that would be given up otherwise
 */
public record HttpTarget(Secret url, Duration timeout, boolean allowPrivate, Set<Integer> retryOn) {
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(2);
    private static final int GONE = 410;

    /** Checks timeout and statuses. */
    public HttpTarget {
        retryOn = Set.copyOf(retryOn);
        if (timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("timeout lies between 1ms and 2m");
        }
        if (retryOn.stream().anyMatch(status -> status < 400 || status > 499 || status == GONE)) {
            throw new IllegalArgumentException(
                    "retry_on lists statuses from 400 to 499 but 410, by which a receiver says that it is gone");
        }
    }

    /**
     * Reads it from a channel's configuration.
     *
     * @param timeout null where none is given
     * @param allowPrivate null where it is not said
     * @param retryOn null where none is given
     */
    public static HttpTarget of(Secret url, Duration timeout, Boolean allowPrivate, List<Integer> retryOn) {
        return new HttpTarget(
                url,
                Objects.requireNonNullElse(timeout, ChannelConfig.DEFAULT_TIMEOUT),
                Boolean.TRUE.equals(allowPrivate),
                retryOn == null ? Set.of() : Set.copyOf(retryOn));
    }

    /**
     * The address itself.
     *
     * @param channel name of the channel, for messages
     * @throws InvalidConfigException where it is no address, or one that is not allowed
     */
    HttpUrl address(String channel, Placeholders secrets) {
        HttpUrl address = HttpUrl.parse(url.reveal(secrets));
        if (address == null) {
            throw new InvalidConfigException("channel " + channel, "url is not an http or https address");
        }
        if (!address.isHttps() && !allowPrivate) {
            throw new InvalidConfigException(
                    "channel " + channel,
                    "url must be https; for a receiver in your own network write allow_private: true");
        }
        return address;
    }
}
