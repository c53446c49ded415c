package communique.alert.delivery.channel;

import java.time.Instant;
import java.util.List;

/**
 * Something the system has to tell about itself, such as that a channel is disabled.
 *
 * @param title in one line
 * @param lines what else there is to say
 * @param at when there was something to tell; the same in every attempt
 */
public record Notice(String title, List<String> lines, Instant at) {
    /** Copies. */
    public Notice {
        lines = List.copyOf(lines);
    }
}
