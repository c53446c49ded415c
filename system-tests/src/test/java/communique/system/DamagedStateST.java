package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.AlertKind;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The stories that alert-service remembers are damaged on its disk. */
@ExtendWith(ClusterExtension.class)
class DamagedStateST {
    private static final int ARTICLES = 20;

    @TempDir
    private Path folder;

    @Test
    void isRebuiltSoThatNothingIsToldAgain(TestCluster cluster) throws Exception {
        List<Map<String, String>> articles = new Newsroom(11).articles(ARTICLES);
        try (Deployment deployment = Deployment.start(cluster, folder);
                Accounts accounts = new Accounts(cluster.clients(), cluster.topics())) {
            // Given stories on disk
            Newsroom.push(deployment.ingest(), articles);
            accounts.awaitDecided(ARTICLES);
            deployment.alert().stop();

            // When the disk damages them
            assertThat(damage(folder.resolve("alert"))).isPositive();
            deployment.alert().start();
            Newsroom.push(deployment.ingest(), Newsroom.elsewhere(articles, "again"));
            accounts.awaitDecided(2 * ARTICLES);

            // Then what comes again is known
            assertThat(accounts.alerts())
                    .filteredOn(alert -> alert.getKind() != AlertKind.JOINED)
                    .hasSize(ARTICLES);
        }
    }

    private static int damage(Path state) throws IOException {
        try (Stream<Path> all = Files.walk(state)) {
            List<Path> tables =
                    all.filter(path -> path.toString().endsWith(".sst")).toList();
            for (Path table : tables) {
                byte[] bytes = Files.readAllBytes(table);
                Arrays.fill(bytes, 0, bytes.length / 4, (byte) 7);
                Files.write(table, bytes);
            }
            return tables.size();
        }
    }
}
