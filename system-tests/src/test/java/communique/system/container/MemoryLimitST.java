package communique.system.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithContainers.class)
class MemoryLimitST {
    /** How long articles are taken, several times faster than alerts are told: -Dcontainers.load, in seconds. */
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("containers.load", 15));

    /** How much of the heap may be in use after a collection. */
    private static final double ROOMY = 0.8;

    @Test
    void isEnoughForEachServiceUnderFullLoad(ComposedSystem system) {
        List<String> started =
                system.pipeline().stream().map(ComposedService::startedAt).toList();

        // When as many articles come as ingest-service takes, each of them worth an alert
        Newswire news = Newswire.flood("load", system.ingest());
        long begin = System.nanoTime();
        Awaitility.await("the load was long enough")
                .atMost(LOAD.plus(ComposedService.PATIENCE))
                .until(() -> System.nanoTime() - begin >= LOAD.toNanos());
        List<String> taken = news.end();
        Awaitility.await("every article is decided")
                .atMost(LOAD.multipliedBy(12).plus(ComposedService.PATIENCE))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> Set.copyOf(system.outcomes().decided(news.start())).size() == taken.size());

        // Then nobody was killed for it, and the heap has room
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Fault.record("load", taken.size() + " articles in " + took.toSeconds() + " s");
        for (ComposedService service : system.pipeline()) {
            String scrape = service.get("/metrics");
            double live = Scrape.sum(scrape, "jvm_gc_live_data_size_bytes");
            double most = Scrape.sum(scrape, "jvm_gc_max_data_size_bytes");
            Fault.record(
                    "load " + service.name(),
                    String.format(
                            Locale.ROOT,
                            "%d of %d MiB at most, %.0f of %.0f MiB of the heap live",
                            service.peakMemory() >> 20,
                            service.memoryLimit() >> 20,
                            live / (1 << 20),
                            most / (1 << 20)));
            assertThat(service.isAlive()).as(service.name()).isTrue();
            assertThat(live).as(service.name()).isPositive().isLessThan(ROOMY * most);
        }
        assertThat(system.pipeline().stream().map(ComposedService::startedAt).toList())
                .isEqualTo(started);
    }
}
