package communique.system.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** Harm done to the system while news keeps coming, and what must hold afterwards whatever it was. */
final class Fault {
    private static final Path FIGURES = Path.of("target", "figures.txt");
    private static final int SOME = 20;

    private final ComposedSystem system;
    private final Newswire news;

    private Fault(ComposedSystem system, Newswire news) {
        this.system = system;
        this.news = news;
    }

    /** What a test does while news keeps coming. */
    interface Harm {
        void doTo(Fault fault);
    }

    /**
     * Does harm in mid-stream. Afterwards every article taken is decided once and alerted once, none is in a
     * dead-letter topic, no service has ended that was not killed, and no transaction is left open.
     *
     * @param name short name of the fault
     */
    static void survived(ComposedSystem system, String name, Harm harm) {
        Fault fault = new Fault(system, Newswire.steady(name, system.ingest()));
        fault.awaitProgress();
        harm.doTo(fault);
        fault.awaitAllReady();
        fault.awaitProgress();
        fault.awaitOutcomesOf(fault.news.end());
        record(name, "longest time without a decision", system.outcomes().longestSilence(fault.news.start()));
    }

    /** So many more articles have been decided since; else harm could hit a service that had nothing to do. */
    void awaitProgress() {
        int before = system.outcomes().decided(news.start()).size();
        Awaitility.await("articles are decided")
                .atMost(ComposedService.PATIENCE)
                .until(() -> system.outcomes().decided(news.start()).size() >= before + SOME);
    }

    /** All three services say that they are ready. */
    void awaitAllReady() {
        system.pipeline().forEach(ComposedService::awaitReady);
    }

    /** None of the three services says that it is ready, and all are alive. */
    void awaitNoneReady() {
        for (ComposedService service : system.pipeline()) {
            Awaitility.await(service.name() + " is not ready")
                    .atMost(ComposedService.PATIENCE)
                    .until(() -> service.healthInside().contains("waiting for the broker"));
        }
    }

    /** Kills a service and starts it again; tells how long it was until articles were decided again. */
    Duration killed(ComposedService service) {
        long start = System.nanoTime();
        service.kill();
        service.startAgain();
        service.awaitReady();
        int before = system.outcomes().decided(news.start()).size();
        Awaitility.await("articles are decided")
                .atMost(ComposedService.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> system.outcomes().decided(news.start()).size() > before);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void awaitOutcomesOf(List<String> taken) {
        Awaitility.await("every article is decided and alerted")
                .atMost(ComposedService.PATIENCE)
                .until(() -> Set.copyOf(system.outcomes().alerted(news.start())).size() == taken.size()
                        && Set.copyOf(system.outcomes().decided(news.start())).size() == taken.size());
        assertThat(system.outcomes().decided(news.start())).containsExactlyInAnyOrderElementsOf(taken);
        assertThat(system.outcomes().alerted(news.start())).containsExactlyInAnyOrderElementsOf(taken);
        assertThat(deadLetters(system)).isZero();
        Awaitility.await("no transaction is open")
                .atMost(ComposedService.PATIENCE)
                .until(() -> OpenTransactions.on(system.clients()), List::isEmpty);
    }

    /** How many records are in the dead-letter topics. */
    static long deadLetters(ComposedSystem system) {
        try (Consumer<byte[], byte[]> consumer =
                system.clients().consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), null)) {
            Set<TopicPartition> partitions = List.of("ingest", "enrich", "alert").stream()
                    .flatMap(service -> consumer
                            .partitionsFor(system.topics().deadLetters(service).name())
                            .stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            return ends.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Notes what was measured, for {@code docs/reliability.md}; it decides nothing. */
    static void record(String fault, String what, Duration time) {
        record(fault, String.format(Locale.ROOT, "%s: %.1f s", what, time.toMillis() / 1000.0));
    }

    /** Notes what was measured. */
    static void record(String fault, String figure) {
        try {
            Files.createDirectories(FIGURES.getParent());
            Files.writeString(
                    FIGURES, fault + ": " + figure + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
