package communique.alert.web;

import communique.alert.web.RecentAlerts.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many alerts there are, by state over time and by state and topic.
 *
 * @param bucket hour or day
 * @param states the states that speak
 * @param topics the topics they speak about
 * @param timeline alerts by beginning of the bucket and state, without gaps where that makes no more than 800 buckets
 * @param matrix alerts by state and topic
 * @param trends the same over time: the time from the first alert to the last in 24 equal parts
 */
record Overview(
        String bucket,
        List<String> states,
        List<String> topics,
        Map<String, Map<String, Integer>> timeline,
        Map<String, Map<String, Integer>> matrix,
        Map<String, Map<String, int[]>> trends) {
    private static final int PARTS = 24;
    private static final int MOST_BUCKETS = 800;

    /**
     * Counts.
     *
     * @param alerts newest first
     */
    static Overview of(List<Row> alerts, ChronoUnit bucket) {
        Map<String, Map<String, Integer>> timeline = buckets(alerts, bucket);
        Map<String, Map<String, Integer>> matrix = new TreeMap<>();
        Map<String, Map<String, int[]>> trends = new TreeMap<>();
        TreeSet<String> states = new TreeSet<>();
        TreeSet<String> topics = new TreeSet<>();
        for (Row alert : alerts) {
            String begin = begin(alert.published(), bucket).toString();
            int part = part(alert, alerts);
            for (String state : alert.speakers()) {
                count(timeline, begin, state);
                alert.topics().forEach(topic -> {
                    count(matrix, state, topic);
                    trends.computeIfAbsent(state, any -> new TreeMap<>())
                            .computeIfAbsent(topic, any -> new int[PARTS])[part]++;
                });
            }
            states.addAll(alert.speakers());
            topics.addAll(alert.topics());
        }
        String name = bucket == ChronoUnit.HOURS ? "hour" : "day";
        return new Overview(name, List.copyOf(states), List.copyOf(topics), timeline, matrix, trends);
    }

    private static Instant begin(Instant time, ChronoUnit bucket) {
        return time.atZone(ZoneOffset.UTC).truncatedTo(bucket).toInstant();
    }

    /** Those without an alert too: a line over time without them would not be one. */
    private static Map<String, Map<String, Integer>> buckets(List<Row> alerts, ChronoUnit bucket) {
        Map<String, Map<String, Integer>> buckets = new TreeMap<>();
        if (!alerts.isEmpty()) {
            Instant first = begin(alerts.get(alerts.size() - 1).published(), bucket);
            Instant last = begin(alerts.get(0).published(), bucket);
            if (bucket.between(first, last) < MOST_BUCKETS) {
                for (Instant time = first; !time.isAfter(last); time = time.plus(1, bucket)) {
                    buckets.put(time.toString(), new TreeMap<>());
                }
            }
        }
        return buckets;
    }

    private static int part(Row alert, List<Row> alerts) {
        long first = alerts.get(alerts.size() - 1).published().toEpochMilli();
        long span = alerts.get(0).published().toEpochMilli() - first + 1;
        return (int) ((alert.published().toEpochMilli() - first) * PARTS / span);
    }

    private static void count(Map<String, Map<String, Integer>> counts, String row, String column) {
        counts.computeIfAbsent(row, any -> new TreeMap<>()).merge(column, 1, Integer::sum);
    }
}
