package communique.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterIT {
    @TempDir
    Path folder;

    @Test
    void startsBothAndStopsBoth() {
        LocalCluster cluster = LocalCluster.start(folder, 0, 0);
        assertThat(cluster.broker().bootstrapServers()).startsWith("127.0.0.1:");
        assertThat(cluster.registry().url()).startsWith("http://127.0.0.1:").endsWith("/apis/ccompat/v7");

        cluster.close();

        assertThat(cluster.registry().process().isAlive()).isFalse();
        FolderLock.take(folder.resolve("kafka")).close();
        FolderLock.take(folder.resolve("registry")).close();
    }

    @Test
    void failsWhereOneOfThemFails() {
        try (LocalCluster cluster = LocalCluster.start(folder, 0, 0)) {
            cluster.registry().process().destroyForcibly();

            assertThat(cluster.failed()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void leavesNoRegistryBehindWhereTheBrokerCannotStart() throws IOException {
        List<Long> before = children();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalCluster.start(folder, other.getLocalPort(), 0))
                    .isInstanceOf(LocalClusterException.class)
                    .hasMessageContaining("for the broker is taken");
        }

        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> children().equals(before));
    }

    @Test
    void leavesNoBrokerBehindWhereTheRegistryCannotStart() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalCluster.start(folder, 0, other.getLocalPort()))
                    .isInstanceOf(LocalClusterException.class)
                    .hasMessageContaining("for the schema registry is taken");
        }

        FolderLock.take(folder.resolve("kafka")).close();
    }

    private static List<Long> children() {
        return ProcessHandle.current()
                .children()
                .map(ProcessHandle::pid)
                .sorted()
                .toList();
    }
}
