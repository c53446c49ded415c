package communique.standalone.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import communique.analysis.Analyzer;
import communique.analysis.Document;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How fast one thread analyses. Counted is its processor time and the time of the garbage collector, so that what else
 * the machine does tells nothing.
 *
 * @param articlesPerSecond articles
 * @param megabytesPerSecond millions of bytes of UTF-8
 */
record Speed(
        @JsonProperty("articles_per_second") double articlesPerSecond,
        @JsonProperty("megabytes_per_second") double megabytesPerSecond) {
    private static final Duration TRIAL = Duration.ofMillis(500);
    /**
     * The second compiler needs seconds of work until it is done: so many trials in a row that are no faster end it.
     */
    private static final int STEADY = 10;

    private static final int TRIALS_AT_MOST = 100;
    private static final double FASTER = 1.02;

    /** Analyses articles again and again until it gets no faster; the fastest trial counts, since all else disturbs. */
    static Speed of(Analyzer analyzer, List<Document> documents) {
        double fastest = 0;
        int steady = 0;
        for (int trial = 0; trial < TRIALS_AT_MOST && steady < STEADY; trial++) {
            double rounds = roundsPerSecond(analyzer, documents);
            steady = rounds > fastest * FASTER ? 0 : steady + 1;
            fastest = Math.max(fastest, rounds);
        }
        double bytes = documents.stream()
                .mapToDouble(document -> document.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return new Speed(fastest * documents.size(), fastest * bytes / 1_000_000);
    }

    private static double roundsPerSecond(Analyzer analyzer, List<Document> documents) {
        long start = nanos();
        long rounds = 0;
        do {
            documents.forEach(analyzer::analyze);
            rounds++;
        } while (nanos() - start < TRIAL.toNanos());
        return rounds * 1e9 / (nanos() - start);
    }

    private static long nanos() {
        long collected = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                + Duration.ofMillis(collected).toNanos();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f/s %.1f MB/s", articlesPerSecond, megabytesPerSecond);
    }
}
