package communique.alert.route;

import java.time.Duration;
import java.util.List;

/**
 * Which alerts are told together, and when.
 *
 * @param by labels in which alerts of a group agree; empty where each is told alone
 * @param delay how long the first alert of a group waits for others
 * @param interval least time between two messages of a group
 * @param repeat after how long an alert is told again that nobody took note of; zero for never
 */
public record Grouping(List<String> by, Duration delay, Duration interval, Duration repeat) {
    /** Each alert alone and at once. */
    public static final Grouping NONE = new Grouping(List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Copies, and checks the labels. */
    public Grouping {
        by = List.copyOf(by);
        Labels.check(by);
    }
}
