package communique.kit.kafka;

import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.HealthCheck;
import communique.kit.metrics.Metrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Kafka Streams topology: exactly once, dead letters for records it cannot process, threads replaced when the
 * surroundings fail.
 *
 * <pre>
 *  thread dies ── broker, registry or disk to blame ──► wait 1 s, 2 s, … 30 s ──► new thread, without end
 *             └── anything else ──► new thread, up to 5 times between two calm minutes ──► stop, the supervisor restarts
 * </pre>
 */
public final class StreamsApp implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
    private static final String MAX_POLL_INTERVAL =
            StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG);
    private static final int MAX_REPLACEMENTS = 5;
    /** Records that wait to be read; more than come at once where feeds are polled. */
    private static final long MANY_BEHIND = 10_000;

    private static final Duration CALM = Duration.ofMinutes(1);
    private static final String MAKE_ROOM = "; it goes on by itself when there is room for ";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final StateFolder stateFolder;
    private final Metrics metrics;
    private final Duration longestBetweenPolls;
    private final Duration closeTimeout;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch failed;
    private final RestoreProgress restoring = new RestoreProgress();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long lastFailureNanos;

    /**
     * Why a thread died; empty again when all run. While the dying one is held back Kafka Streams calls itself running.
     */
    private volatile String trouble = "";

    /**
     * A topology that is not running yet.
     *
     * @param topology builds what to run
     * @param config from {@link #config}
     * @param closeTimeout how long closing may take
     * @param failed counted down when it gives up
     */
    public StreamsApp(
            Function<StreamsBuilder, Topology> topology,
            Properties config,
            Metrics metrics,
            Duration closeTimeout,
            CountDownLatch failed) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(config)));
        this.streams = new KafkaStreams(topology.apply(builder), config);
        this.stateFolder = new StateFolder(Path.of(
                config.getProperty(StreamsConfig.STATE_DIR_CONFIG),
                config.getProperty(StreamsConfig.APPLICATION_ID_CONFIG)));
        this.longestBetweenPolls =
                Duration.ofMillis(Long.parseLong(config.get(MAX_POLL_INTERVAL).toString()));
        this.metrics = metrics;
        this.closeTimeout = closeTimeout;
        this.failed = failed;
        streams.setUncaughtExceptionHandler((StreamsUncaughtExceptionHandler) this::onThreadDeath);
        streams.setGlobalStateRestoreListener(restoring);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                trouble = "";
            }
        });
    }

    /**
     * The settings a topology runs with.
     *
     * @param service name of the service, which is also its application id and names its dead-letter topic
     * @param stateDir where state stores live
     * @param threads stream threads of this instance
     */
    public static Properties config(KafkaSettings settings, String service, Path stateDir, int threads) {
        Map<String, Object> defaults = new HashMap<>();
        String application = settings.topics().prefix() + "." + service;
        defaults.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        defaults.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        defaults.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        defaults.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        defaults.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        defaults.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecordHandler.class);
        defaults.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableRecordHandler.class);
        defaults.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableRecordHandler.class);
        defaults.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                settings.topics().deadLetters(service).name());
        defaults.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        defaults.put(MAX_POLL_INTERVAL, 300_000);
        // A killed instance is replaced after this time; Kafka's 45 s would hold its share of the articles back that
        // long.
        defaults.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
        defaults.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1500);
        // Restarted within that time it goes on where it was: nobody else has to rebuild its stores.
        defaults.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                new StateFolder(stateDir.resolve(application)).instanceId());
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        defaults.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), KafkaClients.MAX_REQUEST_BYTES);
        Map<String, Object> merged = settings.merged(defaults, Map.of());
        settings.producer().forEach((key, value) -> merged.put(StreamsConfig.producerPrefix(key), value));
        settings.consumer().forEach((key, value) -> merged.put(StreamsConfig.consumerPrefix(key), value));
        settings.admin().forEach((key, value) -> merged.put(StreamsConfig.adminClientPrefix(key), value));
        merged.putAll(settings.streams());
        Properties properties = new Properties();
        properties.putAll(merged);
        return properties;
    }

    /** Starts the threads, on what is sound of the state stores here. */
    public void start() {
        stateFolder.open();
        metrics.watch(streams);
        streams.start();
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public Health check() {
        return switch (streams.state()) {
            case RUNNING -> trouble.isEmpty() ? running() : Health.waiting("a thread failed" + trouble);
            case CREATED -> Health.waiting("not started");
            case REBALANCING -> Health.waiting("rebalancing" + restoring.shown() + trouble);
            case PENDING_SHUTDOWN, NOT_RUNNING -> Health.waiting("stopped");
            case PENDING_ERROR, ERROR -> Health.dead("failed" + trouble);
        };
    }

    private Health running() {
        if (stateFolder.isFull()) {
            return Health.waiting(SystemicFailure.FULL_DISK + MAKE_ROOM + stateFolder);
        }
        Duration sincePoll = InputConsumers.sincePoll(streams.metrics());
        if (sincePoll.compareTo(longestBetweenPolls) > 0) {
            return Health.dead("a thread hangs: it has not asked for records for " + sincePoll.toSeconds() + " s");
        }
        long behind = InputConsumers.behind(streams.metrics());
        return behind > MANY_BEHIND
                ? Health.degraded("running, " + behind + " records behind")
                : Health.ready("running");
    }

    @Override
    public void close() {
        closing.countDown();
        if (streams.close(CloseOptions.timeout(closeTimeout))) {
            stateFolder.closed();
        }
    }

    private StreamThreadExceptionResponse onThreadDeath(Throwable failure) {
        long sinceLast = System.nanoTime() - lastFailureNanos;
        int count = sinceLast > CALM.toNanos() ? startCounting() : failures.incrementAndGet();
        lastFailureNanos = System.nanoTime();
        boolean systemic = SystemicFailure.isCauseOf(failure);
        trouble =
                ": " + RootCause.shown(failure) + (SystemicFailure.isFullDisk(failure) ? MAKE_ROOM + stateFolder : "");
        if (!systemic && count > MAX_REPLACEMENTS) {
            LOG.error("giving up after {} failures", count, failure);
            failed.countDown();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("stream thread failed ({}), starting another{}", systemic ? "surroundings" : "bug", trouble, failure);
        pause(count);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private int startCounting() {
        failures.set(1);
        return 1;
    }

    private void pause(int count) {
        long seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(count - 1, 10));
        try {
            if (closing.await(seconds, TimeUnit.SECONDS)) {
                LOG.debug("closing while waiting for another thread");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
