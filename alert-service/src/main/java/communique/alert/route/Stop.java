package communique.alert.route;

import communique.alert.rule.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A channel an alert is to reach.
 *
 * @param channel name of the channel
 * @param fallback channel that is told where this one fails
 * @param grouping when it is told, together with which others
 * @param group what the alerts of its group have in common; empty where it is told alone
 * @param quiet hours in which nothing is sent; it is sent when they are over
 * @param path the route that leads there, for people
 */
public record Stop(
        String channel,
        Optional<String> fallback,
        Grouping grouping,
        String group,
        List<TimeWindow> quiet,
        String path) {
    /** A channel that is told at once. */
    public static Stop plain(String channel) {
        return new Stop(channel, Optional.empty(), Grouping.NONE, "", List.of(), "every channel, as no route is set");
    }

    /** The first moment from this one on that is in no quiet hour; empty where all hours are. */
    public Optional<Instant> loud(Instant moment) {
        Instant end = moment;
        for (int round = 0; round <= quiet.size(); round++) {
            Instant from = end;
            Optional<TimeWindow> window =
                    quiet.stream().filter(hours -> hours.contains(from)).findFirst();
            if (window.isEmpty()) {
                return Optional.of(end);
            }
            end = window.get().end(end);
            if (end.equals(Instant.MAX)) {
                return Optional.empty();
            }
        }
        return Optional.of(end);
    }
}
