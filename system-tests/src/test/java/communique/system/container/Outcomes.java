package communique.system.container;

import communique.kit.kafka.KafkaClients;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.Alert;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows what is decided and alerted, through all faults, as a consumer outside does. */
final class Outcomes implements AutoCloseable {
    /**
     * What became of one article.
     *
     * @param url its address
     * @param nanos when it was seen here
     */
    private record Seen(String url, long nanos) {}

    private final Queue<Seen> decisions = new ConcurrentLinkedQueue<>();
    private final Queue<Alert> alerts = new ConcurrentLinkedQueue<>();
    private final List<Thread> followers = new ArrayList<>();
    private volatile boolean closing;

    Outcomes(KafkaClients clients, Topics topics) {
        Consumer<Decision> decided =
                decision -> decisions.add(new Seen(address(decision.getArticle()), System.nanoTime()));
        follow(clients, topics.decisions(), decided);
        follow(clients, topics.alerts(), alerts::add);
    }

    private <V extends SpecificRecord> void follow(KafkaClients clients, Topic<String, V> topic, Consumer<V> seen) {
        Thread follower = new Thread(
                () -> {
                    try (org.apache.kafka.clients.consumer.Consumer<String, V> consumer =
                            clients.consumer(topic, null)) {
                        consumer.assign(consumer.partitionsFor(topic.name()).stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                                .toList());
                        while (!closing) {
                            consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.accept(record.value()));
                        }
                    }
                },
                "outcomes-" + topic.name());
        follower.setDaemon(true);
        follower.start();
        followers.add(follower);
    }

    /** Addresses that begin so and are decided, once for each decision. */
    List<String> decided(String start) {
        return decisions.stream()
                .map(Seen::url)
                .filter(url -> url.startsWith(start))
                .toList();
    }

    /** Addresses that begin so and are alerted, once for each alert on the topic. */
    List<String> alerted(String start) {
        return alerts(start).map(alert -> address(alert.getSources().get(0))).toList();
    }

    /** Alerts whose article's address begins so. */
    Stream<Alert> alerts(String start) {
        return alerts.stream()
                .filter(alert -> address(alert.getSources().get(0)).startsWith(start));
    }

    /** The longest time between two decisions about articles whose addresses begin so. */
    Duration longestSilence(String start) {
        long[] times = decisions.stream()
                .filter(seen -> seen.url().startsWith(start))
                .mapToLong(Seen::nanos)
                .toArray();
        long longest = 0;
        for (int i = 1; i < times.length; i++) {
            longest = Math.max(longest, times[i] - times[i - 1]);
        }
        return Duration.ofNanos(longest);
    }

    private static String address(ArticleRef article) {
        return article.getUrl().orElseThrow();
    }

    @Override
    public void close() {
        closing = true;
        try {
            for (Thread follower : followers) {
                follower.join(5000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
