package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class CorrectionST {
    @TempDir
    private Path folder;

    @Test
    void correctsTheAlertOfAnArticleThatItsSenderCancels(TestCluster cluster) throws Exception {
        Map<String, String> article = new Newsroom(7).articles(1).get(0);
        Map<String, String> canceled = new HashMap<>(article);
        canceled.put("pubstatus", "canceled");
        try (Deployment deployment = Deployment.start(cluster, folder)) {
            Newsroom.push(deployment.ingest(), List.of(article));
            cluster.readUntil(cluster.topics().alerts(), records -> !records.isEmpty());

            Newsroom.push(deployment.ingest(), List.of(canceled));

            List<ConsumerRecord<String, Alert>> alerts =
                    cluster.readUntil(cluster.topics().alerts(), records -> records.size() > 1);
            assertThat(alerts)
                    .extracting(record -> record.value().getKind())
                    .containsExactly(AlertKind.NEW, AlertKind.CORRECTED);
            assertThat(alerts.get(1).key()).isEqualTo(alerts.get(0).key());
        }
    }
}
