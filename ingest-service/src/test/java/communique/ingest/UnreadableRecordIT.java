package communique.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import communique.kit.lifecycle.Health.State;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What others wrote on the topics this service reads back. */
@ExtendWith(ClusterExtension.class)
class UnreadableRecordIT {
    private static final byte[] KEY = "x".getBytes(UTF_8);

    @Test
    void isSkippedAndWhatComesAfterItIsKnown(TestCluster cluster, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("next.txt"), "The next article is taken in.");
        cluster.sendBytes(cluster.topics().articlesRaw(), KEY, "no record".getBytes(UTF_8));
        cluster.sendBytes(cluster.topics().sources(), KEY, "no record".getBytes(UTF_8));
        List<String> accepted;
        try (IngestService service = ready(cluster)) {
            accepted = service.ingest(folder).accepted();
        }
        cluster.sendBytes(cluster.topics().articlesRaw(), KEY, new byte[] {0, 0, 0, 39, 15, 1});

        try (IngestService service = ready(cluster)) {
            assertThat(service.ingest(folder).duplicates()).isEqualTo(accepted).hasSize(1);
        }
    }

    private static IngestService ready(TestCluster cluster) {
        IngestService service = Services.of(cluster, Map.of());
        service.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> service.health().state() == State.READY);
        return service;
    }
}
