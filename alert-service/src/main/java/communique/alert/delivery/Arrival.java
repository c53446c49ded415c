package communique.alert.delivery;

import communique.schemas.v1.Alert;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert revision as it came from the topic.
 *
 * @param position where it stands on the topic
 * @param alert the revision
 * @param since when it was written there
 * @param trace W3C trace context it came with
 */
record Arrival(Position position, Alert alert, Instant since, Optional<String> trace) {
    /** A place on a topic. */
    record Position(int partition, long offset) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            return partition == other.partition
                    ? Long.compare(offset, other.offset)
                    : Integer.compare(partition, other.partition);
        }
    }
}
