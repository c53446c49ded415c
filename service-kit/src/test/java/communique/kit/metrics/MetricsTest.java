package communique.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    private enum Sample implements MeterDefinition {
        ARTICLES("communique.sample.articles", "Articles read, by outcome."),
        LATENCY("communique.sample.latency", "From publication to alert.");

        private final String meterName;
        private final String doc;

        Sample(String meterName, String doc) {
            this.meterName = meterName;
            this.doc = doc;
        }

        @Override
        public String meterName() {
            return meterName;
        }

        @Override
        public String doc() {
            return doc;
        }
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void countsUnderTheNameOfTheCatalogue() {
        metrics.counter(Sample.ARTICLES, "outcome", "alerted").increment();
        metrics.counter(Sample.ARTICLES, "outcome", "alerted").increment();

        assertThat(metrics.scrape())
                .contains("# HELP communique_sample_articles_total Articles read, by outcome.")
                .contains("communique_sample_articles_total{outcome=\"alerted\"} 2.0");
    }

    @Test
    void timesInBucketsOfSeconds() {
        metrics.timer(Sample.LATENCY).record(Duration.ofMillis(200));

        assertThat(metrics.scrape())
                .contains("communique_sample_latency_seconds_bucket{le=\"0.05\"} 0")
                .contains("communique_sample_latency_seconds_bucket{le=\"0.25\"} 1");
    }

    @Test
    void showsTheMachineToo() {
        assertThat(metrics.scrape())
                .contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "process_uptime_seconds");
    }
}
