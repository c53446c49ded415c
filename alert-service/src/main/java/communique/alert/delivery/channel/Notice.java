package communique.alert.delivery.channel;

import java.util.List;

/**
 * Something the system has to tell about itself, such as that a channel is disabled.
 *
 * @param title in one line
 * @param lines what else there is to say
 */
public record Notice(String title, List<String> lines) {
    /** Copies. */
    public Notice {
        lines = List.copyOf(lines);
    }
}
