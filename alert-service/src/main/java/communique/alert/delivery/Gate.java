package communique.alert.delivery;

import communique.alert.delivery.Gate.Admission.Suppress;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.route.Grouping;
import communique.alert.route.RoutePlan;
import communique.alert.route.Stop;
import communique.alert.silence.Silences;
import communique.schemas.v1.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Decides whether a channel gets an alert, and together with which others.
 *
 * @param inhibited whether another alert tells what an alert tells
 */
record Gate(ChannelConfig channel, Supplier<RoutePlan> plan, Silences silences, Predicate<Alert> inhibited) {
    /** What is to be done with an alert. */
    sealed interface Admission {
        /** It is sent. */
        record Send(Stop stop) implements Admission {}

        /** It is not. */
        record Suppress(SuppressionReason reason, Optional<String> silenceId) implements Admission {
            /** For a reason that says all. */
            static Suppress because(SuppressionReason reason) {
                return new Suppress(reason, Optional.empty());
            }
        }
    }

    /** A gate that lets through what the channel wants. */
    static Gate open(ChannelConfig channel) {
        RoutePlan everywhere = RoutePlan.of(Optional.empty(), List.of(channel.name()));
        return new Gate(channel, () -> everywhere, new Silences(), alert -> false);
    }

    Admission admit(Alert alert, Instant now) {
        if (alert.getBackfill()) {
            return Suppress.because(SuppressionReason.BACKFILL);
        }
        if (!channel.wants().accepts(alert)) {
            return Suppress.because(SuppressionReason.UNWANTED);
        }
        Optional<Stop> stop = plan.get().stop(alert, channel.name());
        if (stop.isEmpty()) {
            return Suppress.because(SuppressionReason.UNROUTED);
        }
        return mute(alert, now)
                .<Admission>map(why -> why)
                .orElseGet(() -> new Admission.Send(channel.groups() ? stop.get() : alone(stop.get())));
    }

    private static Stop alone(Stop stop) {
        Grouping routed = stop.grouping();
        Grouping each = new Grouping(List.of(), routed.delay(), routed.interval(), routed.repeat());
        return new Stop(stop.channel(), stop.fallback(), each, "", stop.quiet(), stop.path());
    }

    /** What keeps people from being told of an alert that is meant for them. */
    Optional<Suppress> mute(Alert alert, Instant now) {
        return silences.muting(alert, now)
                .map(silence -> new Suppress(SuppressionReason.SILENCED, Optional.of(silence.getId())))
                .or(() ->
                        Optional.of(alert).filter(inhibited).map(any -> Suppress.because(SuppressionReason.INHIBITED)));
    }
}
