package communique.alert.delivery;

import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.route.RoutePlan;
import communique.alert.route.Stop;
import communique.alert.silence.Silences;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides whether a channel gets an alert, and together with which others. */
record Gate(ChannelConfig channel, Supplier<RoutePlan> plan, Silences silences) {
    /** What is to be done with an alert. */
    sealed interface Admission {
        /** It is sent. */
        record Send(Stop stop) implements Admission {}

        /** It is not. */
        record Suppress(SuppressionReason reason, Optional<String> silenceId) implements Admission {}
    }

    /** A gate that lets through what the channel wants. */
    static Gate open(ChannelConfig channel) {
        RoutePlan everywhere = RoutePlan.of(Optional.empty(), List.of(channel.name()));
        return new Gate(channel, () -> everywhere, new Silences());
    }

    Admission admit(Alert alert, Instant now) {
        if (alert.getBackfill()) {
            return suppress(SuppressionReason.BACKFILL);
        }
        if (!channel.wants().accepts(alert)) {
            return suppress(SuppressionReason.UNWANTED);
        }
        Optional<Stop> stop = plan.get().stop(alert, channel.name());
        if (stop.isEmpty()) {
            return suppress(SuppressionReason.UNROUTED);
        }
        return silences.muting(alert, now)
                .map(Silence::getId)
                .<Admission>map(id -> new Admission.Suppress(SuppressionReason.SILENCED, Optional.of(id)))
                .orElseGet(() -> new Admission.Send(stop.get()));
    }

    private static Admission suppress(SuppressionReason reason) {
        return new Admission.Suppress(reason, Optional.empty());
    }
}
