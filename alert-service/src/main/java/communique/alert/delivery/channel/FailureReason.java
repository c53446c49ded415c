package communique.alert.delivery.channel;

import java.time.Duration;

/**
 * Why an attempt failed: the tag of the meter, the word in the log and in the record. The first six are Alertmanager's,
 * so that its dashboards read ours.
 */
public enum FailureReason {
    /** The receiver refuses the message. */
    CLIENT_ERROR("clientError"),
    /** The receiver has trouble of its own. */
    SERVER_ERROR("serverError"),
    /** The receiver refuses us. */
    AUTH_ERROR("authError"),
    /** The receiver wants less. */
    RATE_LIMITED("rateLimited"),
    /** No complete answer in time; the message may have arrived. */
    TIMEOUT("contextDeadlineExceeded"),
    /** None of the others. */
    OTHER("other"),
    /** The receiver could not be reached, or the connection broke. */
    NETWORK("network"),
    /** The receiver sends us elsewhere; redirects are never followed. */
    REDIRECT("redirect"),
    /** The receiver says it is gone for good. */
    GONE("gone"),
    /** The address is one of a private network, which the channel may not reach. */
    PRIVATE_ADDRESS("privateAddress");

    private static final Duration OVERLOAD = Duration.ofSeconds(60);

    private final String tag;

    FailureReason(String tag) {
        this.tag = tag;
    }

    /** The word for it. */
    public String tag() {
        return tag;
    }

    /** Whether it tells of the receiver as a whole and not of one message. */
    public boolean isOfReceiver() {
        return this != CLIENT_ERROR;
    }

    /** Least wait before the next attempt where the receiver names none: an overloaded one gets a minute. */
    public Duration leastWait() {
        return this == RATE_LIMITED || this == TIMEOUT ? OVERLOAD : Duration.ZERO;
    }
}
