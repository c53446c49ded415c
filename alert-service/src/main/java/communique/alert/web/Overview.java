package communique.alert.web;

import communique.alert.web.RecentAlerts.Row;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How many alerts there are, by state over time and by state and topic.
 *
 * @param bucket hour or day
 * @param states the states that speak
 * @param topics the topics they speak about
 * @param timeline alerts by beginning of the bucket and state
 * @param matrix alerts by state and topic
 */
record Overview(
        String bucket,
        List<String> states,
        List<String> topics,
        Map<String, Map<String, Integer>> timeline,
        Map<String, Map<String, Integer>> matrix) {
    static Overview of(Stream<Row> alerts, ChronoUnit bucket) {
        Map<String, Map<String, Integer>> timeline = new TreeMap<>();
        Map<String, Map<String, Integer>> matrix = new TreeMap<>();
        TreeSet<String> topics = new TreeSet<>();
        alerts.forEach(alert -> {
            String begin = alert.published()
                    .atZone(ZoneOffset.UTC)
                    .truncatedTo(bucket)
                    .toInstant()
                    .toString();
            for (String state : alert.speakers()) {
                count(timeline, begin, state);
                alert.topics().forEach(topic -> count(matrix, state, topic));
            }
            topics.addAll(alert.topics());
        });
        String name = bucket == ChronoUnit.HOURS ? "hour" : "day";
        return new Overview(name, List.copyOf(states(timeline)), List.copyOf(topics), timeline, matrix);
    }

    private static TreeSet<String> states(Map<String, Map<String, Integer>> timeline) {
        TreeSet<String> states = new TreeSet<>();
        timeline.values().forEach(counts -> states.addAll(counts.keySet()));
        return states;
    }

    private static void count(Map<String, Map<String, Integer>> counts, String row, String column) {
        counts.computeIfAbsent(row, any -> new TreeMap<>()).merge(column, 1, Integer::sum);
    }
}
