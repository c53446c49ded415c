package communique.alert.delivery;

import communique.alert.route.Grouping;
import communique.alert.route.Stop;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When each group of alerts was last told of, and so when it may be told of next. */
final class Groups {
    private static final int MANY = 10_000;

    private final Map<String, Instant> told = new HashMap<>();

    /**
     * When an alert that just came is due.
     *
     * @param since when it was raised
     */
    Instant due(Stop stop, Instant since, Instant now) {
        Grouping grouping = stop.grouping();
        Instant last = told.get(stop.group());
        Instant due = last != null && last.plus(grouping.interval()).isAfter(now)
                ? last.plus(grouping.interval())
                : since.plus(grouping.delay());
        return due.isBefore(now) ? now : due;
    }

    /** Takes note that a group was told of. */
    void told(Stop stop, Instant now) {
        if (stop.grouping().by().isEmpty()) {
            return;
        }
        if (told.size() > MANY) {
            told.clear();
        }
        told.put(stop.group(), now);
    }
}
