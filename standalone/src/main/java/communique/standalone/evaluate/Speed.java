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
    /** The second compiler needs seconds of work until it is done. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private static final Duration MEASURED = Duration.ofSeconds(2);

    /** Analyses articles again and again: first to warm up, then for the time that is measured. */
    static Speed of(Analyzer analyzer, List<Document> documents) {
        run(analyzer, documents, WARM_UP);
        double rounds = run(analyzer, documents, MEASURED);
        double bytes = documents.stream()
                .mapToDouble(document -> document.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return new Speed(rounds * documents.size(), rounds * bytes / 1_000_000);
    }

    /** Rounds per second. */
    private static double run(Analyzer analyzer, List<Document> documents, Duration atLeast) {
        long start = nanos();
        long rounds = 0;
        do {
            documents.forEach(analyzer::analyze);
            rounds++;
        } while (nanos() - start < atLeast.toNanos());
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
