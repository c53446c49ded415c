package communique.benchmarks.pipeline;

import communique.kit.kafka.KafkaClients;
import communique.kit.metrics.Metrics;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What one contender did with the articles of one trial, once a tenth of them was through: so that start and first
 * warm-up do not count.
 *
 * @param articles how many were measured
 * @param nanos time it took
 * @param cpuNanos processor time of broker, contender and counting together
 * @param wireBytes what the contender read from the broker and wrote to it for an article, as compressed
 * @param diskBytes what the broker keeps of an article afterwards, the raw one included
 * @param heapBytes heap in use at the end, after a collection
 */
record Measurement(int articles, long nanos, long cpuNanos, long wireBytes, long diskBytes, long heapBytes) {
    private static final int WARM_UP = 10;

    static Measurement of(Contender contender, Trial trial, Workload workload, int count, Scale scale)
            throws Exception {
        trial.fill(workload, count);
        try (Metrics metrics = new Metrics();
                Consumer<byte[], byte[]> counter = new KafkaClients(trial.settings(), metrics)
                        .consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), null)) {
            String output = contender.output(trial);
            counter.assign(counter.partitionsFor(output).stream()
                    .map(partition -> new TopicPartition(output, partition.partition()))
                    .toList());
            counter.seekToBeginning(List.copyOf(counter.assignment()));
            long wire = BrokerTraffic.of(trial);
            List<AutoCloseable> running = new ArrayList<>();
            for (int instance = 0; instance < scale.instances(); instance++) {
                running.add(contender.start(trial, instance, scale.threads()));
            }
            int warm = read(counter, 0, count / WARM_UP);
            long began = System.nanoTime();
            long cpu = processCpuNanos();
            read(counter, warm, count);
            Measurement run = new Measurement(
                    count - warm,
                    System.nanoTime() - began,
                    processCpuNanos() - cpu,
                    (BrokerTraffic.of(trial) - wire) / count,
                    trial.bytesOnDisk() / count,
                    heap());
            for (AutoCloseable instance : running) {
                instance.close();
            }
            return run;
        }
    }

    private static int read(Consumer<?, ?> counter, int from, int to) {
        int read = from;
        while (read < to) {
            read += counter.poll(Duration.ofMillis(50)).count();
        }
        return read;
    }

    private static long processCpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Articles per second. */
    double rate() {
        return articles * 1e9 / nanos;
    }

    /** Processor seconds for a million articles. */
    double cpuSecondsPerMillion() {
        return cpuNanos / 1e9 / articles * 1_000_000;
    }
}
