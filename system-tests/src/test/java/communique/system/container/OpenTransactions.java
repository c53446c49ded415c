package communique.system.container;

import communique.kit.kafka.KafkaClients;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Transactions that are neither committed nor aborted: where one is, readers of committed records wait. */
final class OpenTransactions {
    private OpenTransactions() {}

    /** Partitions with one. */
    static List<TopicPartition> on(KafkaClients clients) {
        try (Admin admin = clients.admin()) {
            Map<TopicPartition, OffsetSpec> ends =
                    admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                            .flatMap(topic ->
                                    topic.partitions().stream().map(partition -> of(topic, partition.partition())))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            Map<TopicPartition, ListOffsetsResultInfo> committed = admin.listOffsets(
                            ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get();
            Map<TopicPartition, ListOffsetsResultInfo> all =
                    admin.listOffsets(ends).all().get();
            return ends.keySet().stream()
                    .filter(partition -> committed.get(partition).offset()
                            < all.get(partition).offset())
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static TopicPartition of(TopicDescription topic, int partition) {
        return new TopicPartition(topic.name(), partition);
    }
}
