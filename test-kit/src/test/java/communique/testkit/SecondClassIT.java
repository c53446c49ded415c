package communique.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
class SecondClassIT {
    private static TestCluster ofTheClass;

    @BeforeAll
    static void takeTheCluster(TestCluster cluster) {
        ofTheClass = cluster;
    }

    @Test
    void startsWithTopicsThatAreEmptyWhateverOtherClassesSent(TestCluster cluster) {
        assertThat(cluster.readAll(cluster.topics().articlesRaw())).isEmpty();
    }

    @Test
    void isTheSameForAllTestsOfAClass(TestCluster cluster) {
        assertThat(cluster).isSameAs(ofTheClass);
    }
}
