package communique.standalone.rule;

import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.metrics.Metrics;
import communique.schemas.Topic;
import communique.schemas.v1.EnrichedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** The enriched articles a deployment still has. */
final class PastArticles {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaSettings settings;

    PastArticles(KafkaSettings settings) {
        this.settings = settings;
    }

    /** Those that were taken in since a moment, in the order of their publication. */
    List<EnrichedArticle> since(Instant from) {
        Topic<String, EnrichedArticle> topic = settings.topics().articlesEnriched();
        List<EnrichedArticle> articles = new ArrayList<>();
        try (Metrics metrics = new Metrics();
                Consumer<String, EnrichedArticle> consumer =
                        new KafkaClients(settings, metrics).consumer(topic, null)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seek(consumer, partitions, ends, from);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> articles.add(record.value()));
            }
        }
        articles.sort(Comparator.comparing(EnrichedArticle::getPublished));
        return articles;
    }

    private static void seek(
            Consumer<?, ?> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends, Instant from) {
        Map<TopicPartition, OffsetAndTimestamp> begins = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(part -> part, part -> from.toEpochMilli())));
        begins.forEach(
                (partition, begin) -> consumer.seek(partition, begin == null ? ends.get(partition) : begin.offset()));
    }
}
