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
        decided(system, news, taken.size() * 2 / 3);
        for (ComposedService service : system.pipeline()) {
            Fault.record("load " + service.name(), mebibytes(live(service)) + " of the heap live at two thirds");
        }
        decided(system, news, taken.size());

        // Then nobody was killed for it, and the heap has room
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Fault.record("load", taken.size() + " articles in " + took.toSeconds() + " s");
        for (ComposedService service : system.pipeline()) {
            double live = live(service);
            double most = Scrape.sum(service.get("/metrics"), "jvm_gc_max_data_size_bytes");
            Fault.record(
                    "load " + service.name(),
                    mebibytes(service.peakMemory()) + " of " + mebibytes(service.memoryLimit()) + " at most, "
                            + mebibytes(live) + " of " + mebibytes(most) + " of the heap live");
            assertThat(service.isAlive()).as(service.name()).isTrue();
            assertThat(live).as(service.name()).isPositive().isLessThan(ROOMY * most);
        }
        assertThat(system.pipeline().stream().map(ComposedService::startedAt).toList())
                .isEqualTo(started);
    }

    private static void decided(ComposedSystem system, Newswire news, int articles) {
        Awaitility.await(articles + " articles are decided")
                .atMost(LOAD.multipliedBy(12).plus(ComposedService.PATIENCE))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> Set.copyOf(system.outcomes().decided(news.start())).size() >= articles);
    }

    private static double live(ComposedService service) {
        return Scrape.sum(service.get("/metrics"), "jvm_gc_live_data_size_bytes");
    }

    private static String mebibytes(double bytes) {
        return String.format(Locale.ROOT, "%.0f MiB", bytes / (1 << 20));
    }
}
