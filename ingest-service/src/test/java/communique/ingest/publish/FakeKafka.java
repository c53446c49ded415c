package communique.ingest.publish;

import communique.kit.kafka.EventHeaders;
import communique.kit.metrics.Metrics;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.RawArticle;
import communique.schemas.v1.SourceState;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The publishing side of the service on Kafka's own mock producers, which keep what was sent. */
public final class FakeKafka {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX, 1);

    private final MockProducer<String, RawArticle> articles;
    private final MockProducer<byte[], byte[]> letters = producer(true);
    private final MockProducer<String, SourceState> states = producer(true);
    private final SeenArticles seen = new SeenArticles(1000);
    private final Metrics metrics = new Metrics();
    private final Clock clock;

    private FakeKafka(Clock clock, boolean acknowledging) {
        this.clock = clock;
        this.articles = producer(acknowledging);
    }

    /** One that acknowledges everything at once. */
    public static FakeKafka acknowledging(Clock clock) {
        return new FakeKafka(clock, true);
    }

    /** One that acknowledges articles when it is told to. */
    public static FakeKafka hesitating(Clock clock) {
        return new FakeKafka(clock, false);
    }

    /** The path in. */
    public Intake intake() {
        return new Intake(publisher(), metrics, clock);
    }

    /** The publisher of articles. */
    public ArticlePublisher publisher() {
        return new ArticlePublisher(outbox(articles, TOPICS.articlesRaw(), ArticlePublisher.EVENT), seen);
    }

    /** The dead letters. */
    public DeadLetters deadLetters() {
        return new DeadLetters(outbox(letters, TOPICS.deadLetters("ingest"), DeadLetters.EVENT), metrics, clock);
    }

    /** The journal of sources. */
    public SourceJournal journal() {
        return new SourceJournal(outbox(states, TOPICS.sources(), SourceJournal.EVENT), clock);
    }

    /** What was sent before. */
    public SeenArticles seen() {
        return seen;
    }

    /** Where it counts. */
    public Metrics metrics() {
        return metrics;
    }

    /** The articles sent so far. */
    public List<RawArticle> sent() {
        return articles.history().stream().map(ProducerRecord::value).toList();
    }

    /** The producer of articles. */
    public MockProducer<String, RawArticle> articles() {
        return articles;
    }

    /** The producer of dead letters. */
    public MockProducer<byte[], byte[]> letters() {
        return letters;
    }

    /** The producer of source states. */
    public MockProducer<String, SourceState> states() {
        return states;
    }

    private static <K, V> MockProducer<K, V> producer(boolean acknowledging) {
        return new MockProducer<>(acknowledging, null, (topic, key) -> new byte[0], (topic, value) -> new byte[0]);
    }

    private static <K, V> Outbox<K, V> outbox(MockProducer<K, V> producer, Topic<K, V> topic, String event) {
        return new Outbox<>(() -> producer, topic, new EventHeaders("ingest"), event);
    }
}
