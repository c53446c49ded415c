package communique.kit.kafka;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far state stores are from being rebuilt. */
final class RestoreProgress implements StateRestoreListener {
    private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        left.put(changelog, to - from);
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long last, long restored) {
        left.computeIfPresent(changelog, (any, before) -> Math.max(0, before - restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long total) {
        left.remove(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        left.remove(changelog);
    }

    /** For people; empty where nothing is being rebuilt. */
    String shown() {
        long records = left.values().stream().mapToLong(Long::longValue).sum();
        return left.isEmpty() ? "" : ", restoring " + left.size() + " stores, " + records + " records left";
    }
}
