package communique.alert.delivery;

import communique.kit.metrics.MeterDefinition;

/**
 * The meters of delivery, in the shape Alertmanager gave them. Tags are {@code integration}, the type of the channel,
 * and {@code channel}, its name as configured.
 */
enum DeliveryMeter implements MeterDefinition {
    /** Attempts made. */
    NOTIFICATIONS("communique.alert.notifications", "Attempts to deliver an alert."),
    /** Attempts that failed. */
    FAILED("communique.alert.notifications.failed", "Attempts that failed, by reason."),
    /** Alerts given up. */
    GIVEN_UP("communique.alert.notifications.given.up", "Alerts a channel will never get, by reason."),
    /** Alerts not sent on purpose. */
    SUPPRESSED("communique.alert.notifications.suppressed", "Alerts not sent on purpose, by reason."),
    /** Time an attempt takes. */
    LATENCY("communique.alert.notification.latency", "Duration of an attempt."),
    /** Alerts waiting. */
    PENDING("communique.alert.notifications.pending", "Alerts that wait for a channel, on the topic and in memory."),
    /** Age of the oldest alert waiting. */
    OLDEST(
            "communique.alert.notifications.oldest.age",
            "Seconds since the oldest alert that was tried or is due, and not delivered, was raised."),
    /** Whether a channel is disabled. */
    DISABLED("communique.alert.channel.disabled", "1 where a channel is disabled until somebody enables it."),
    /** Records that are no alerts. */
    UNDECODABLE("communique.alert.notifications.undecodable", "Records of the alerts topic that cannot be decoded.");

    private final String meterName;
    private final String doc;

    DeliveryMeter(String meterName, String doc) {
        this.meterName = meterName;
        this.doc = doc;
    }

    @Override
    public String meterName() {
        return meterName;
    }

    @Override
    public String doc() {
        return doc;
    }
}
