package communique.system;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Durations that are reported and judged by nobody but people: they depend on the machine. */
final class Timings {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    /** Adds the time from one {@link System#nanoTime()} to another. */
    void add(long begin, long end) {
        nanos.add(end - begin);
    }

    int count() {
        return nanos.size();
    }

    /** Median, 99th and 99.9th percentile and longest, in milliseconds. */
    String summary() {
        List<Long> sorted = nanos.stream().sorted().toList();
        return "p50 " + millis(sorted, 0.5) + " ms, p99 " + millis(sorted, 0.99) + " ms, p99.9 "
                + millis(sorted, 0.999) + " ms, most " + millis(sorted, 1)
                + " ms of " + sorted.size();
    }

    private static long millis(List<Long> sorted, double share) {
        int at = Math.max(0, (int) Math.ceil(share * sorted.size()) - 1);
        return TimeUnit.NANOSECONDS.toMillis(sorted.get(at));
    }
}
