package communique.ingest;

import communique.ingest.archive.Archive;
import communique.ingest.archive.DropFolder;
import communique.ingest.archive.IngestReport;
import communique.ingest.article.PageReader;
import communique.ingest.feed.FeedFetcher;
import communique.ingest.feed.FeedPoller;
import communique.ingest.feed.FeedSchedule;
import communique.ingest.feed.FullText;
import communique.ingest.fetch.HostGate;
import communique.ingest.fetch.HttpFetcher;
import communique.ingest.fetch.PageFetcher;
import communique.ingest.fetch.Robots;
import communique.ingest.publish.ArticlePublisher;
import communique.ingest.publish.DeadLetters;
import communique.ingest.publish.Intake;
import communique.ingest.publish.Outbox;
import communique.ingest.publish.SeenArticles;
import communique.ingest.publish.SourceJournal;
import communique.ingest.publish.SourceShare;
import communique.ingest.publish.TopicFollower;
import communique.ingest.push.PushEndpoint;
import communique.kit.http.AddressGuard;
import communique.kit.http.HttpEndpoint;
import communique.kit.kafka.EventHeaders;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.StartGate;
import communique.kit.lifecycle.Closers;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.HealthCheck;
import communique.kit.lifecycle.Service;
import communique.kit.metrics.Metrics;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.RawArticle;
import communique.schemas.v1.SourceState;
import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Takes news in by three ways, feeds, files and pushes, and puts every article once on the topic of raw articles. The
 * one place where its parts are put together.
 *
 * <pre>
 *  feeds ── FeedSchedule ─ FeedPoller ─┐
 *  files ── Archive ───────────────────┼─ Intake ─ ArticlePublisher ──► articles.raw ─┐
 *  pushes ─ PushEndpoint ──────────────┘                ▲                             │
 *                                                       └── SeenArticles ◄────────────┘
 * </pre>
 */
public final class IngestService implements Service {
    /** Name of the service, in topics and event headers. */
    public static final String NAME = "ingest";

    private final Closers closers;
    private final CountDownLatch failed = new CountDownLatch(1);
    private final HttpEndpoint http;
    private final StartGate gate;
    private final TopicFollower<RawArticle> articles;
    private final TopicFollower<SourceState> states;
    private final SourceShare share;
    private final FeedSchedule feeds;
    private final boolean polls;
    private final Archive archive;
    private final Optional<DropFolder> drop;
    private final List<HealthCheck> checks;
    private volatile boolean ready;

    /** A service that does nothing yet. */
    public IngestService(IngestConfig config, Clock clock) {
        closers = new Closers(config.process().stopWithin());
        Metrics metrics = closers.add("metrics", new Metrics());
        KafkaClients clients = new KafkaClients(config.kafka(), metrics);
        Topics topics = config.kafka().topics();
        EventHeaders headers = new EventHeaders(NAME);

        SeenArticles seen = new SeenArticles(config.seenMax());
        Gauge.builder(IngestMeter.SEEN.meterName(), seen, SeenArticles::size)
                .description(IngestMeter.SEEN.doc())
                .register(metrics.registry());
        ArticlePublisher publisher = new ArticlePublisher(
                outbox(
                        () -> clients.producer(topics.articlesRaw()),
                        topics.articlesRaw(),
                        headers,
                        ArticlePublisher.EVENT),
                seen);
        Intake intake = new Intake(publisher, metrics, clock);
        DeadLetters deadLetters = new DeadLetters(
                outbox(clients::bytesProducer, topics.deadLetters(NAME), headers, DeadLetters.EVENT), metrics, clock);
        SourceJournal journal = new SourceJournal(
                outbox(() -> clients.producer(topics.sources()), topics.sources(), headers, SourceJournal.EVENT),
                clock);
        articles = follower(() -> clients.consumer(topics.articlesRaw(), null), topics.articlesRaw(), seen::restore);
        states = follower(() -> clients.consumer(topics.sources(), null), topics.sources(), journal::restore);

        PageReader pages = new PageReader();
        archive = new Archive(intake, deadLetters, pages);
        HttpFetcher fetcher = closers.add(
                "fetcher",
                new HttpFetcher(new AddressGuard(config.allow()), config.fetchTimeout(), config.userAgent(), clock));
        HostGate hosts = new HostGate(config.hostPause(), clock);
        PageFetcher guest = new PageFetcher(fetcher, hosts, new Robots(fetcher, hosts, config.userAgent(), clock));
        FeedPoller poller = new FeedPoller(
                new FeedFetcher(fetcher, hosts, clock),
                new FullText(guest, pages, metrics),
                intake,
                deadLetters,
                seen,
                config.backlog(),
                clock);
        share = closers.add(
                "source share",
                new SourceShare(
                        () -> clients.consumer(topics.articlesRaw(), topics.prefix() + ".ingest.sources"),
                        topics.articlesRaw()));
        Gauge.builder(IngestMeter.SHARES.meterName(), share, SourceShare::size)
                .description(IngestMeter.SHARES.doc())
                .register(metrics.registry());
        feeds = closers.add(
                "feeds",
                new FeedSchedule(
                        config.sources(),
                        share,
                        hosts,
                        config.pollInterval(),
                        config.pollThreads(),
                        journal,
                        poller,
                        metrics,
                        clock));
        drop = config.drop().map(folder -> closers.add("drop folder", new DropFolder(folder, archive)));
        gate = closers.add(
                "start gate",
                new StartGate(
                        clients,
                        config.kafka(),
                        List.of(topics.articlesRaw(), topics.sources(), topics.deadLetters(NAME)),
                        this::begin,
                        failed));
        polls = !config.sources().sources().isEmpty();
        checks = polls ? List.of(gate, articles, states, share, feeds) : List.of(gate, articles, states);
        PushEndpoint push = new PushEndpoint(intake, config.pushToken(), () -> ready, metrics);
        http = closers.add(
                "http",
                new HttpEndpoint(config.process().host(), config.process().port(), checks, metrics, push::addTo));
    }

    private <K, V> Outbox<K, V> outbox(
            Supplier<Producer<K, V>> producers, Topic<K, V> topic, EventHeaders headers, String event) {
        return closers.add("outbox " + topic.name(), new Outbox<>(producers, topic, headers, event));
    }

    private <V> TopicFollower<V> follower(
            Supplier<Consumer<String, V>> consumers, Topic<String, V> topic, BiConsumer<String, V> memory) {
        return closers.add("follower " + topic.name(), new TopicFollower<>(consumers, topic, memory, failed));
    }

    @Override
    public void start() {
        http.start();
        gate.start();
    }

    /** What was sent before is known before anything is sent. */
    private void begin() {
        articles.start();
        states.start();
        try {
            articles.awaitCaughtUp();
            states.awaitCaughtUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (polls) {
            share.start();
            feeds.start();
        }
        drop.ifPresent(DropFolder::start);
        ready = true;
    }

    /**
     * Takes in the articles of a file or of all files below a folder; returns when Kafka has them.
     *
     * @throws IllegalStateException where the service is not ready
     * @throws IOException where there is no such file or folder
     * @throws communique.ingest.publish.PublishException where Kafka does not take an article; asking again is harmless
     */
    public IngestReport ingest(Path input) throws IOException {
        if (!ready) {
            throw new IllegalStateException("ingest is not ready: " + health().detail());
        }
        return archive.ingest(input);
    }

    @Override
    public Health health() {
        return checks.stream()
                .map(HealthCheck::check)
                .max(Comparator.comparing(Health::state))
                .orElseThrow();
    }

    @Override
    public int port() {
        return http.port();
    }

    @Override
    public CountDownLatch failed() {
        return failed;
    }

    @Override
    public void close() {
        ready = false;
        closers.close();
    }
}
