package communique.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import communique.kit.kafka.KafkaSettings;
import communique.schemas.Topic;
import communique.schemas.v1.RawArticle;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
class ClusterExtensionIT {
    @Test
    void givesAClassTopicsOfItsOwn(TestCluster cluster) throws Exception {
        assertThat(cluster.topics().prefix()).isEqualTo("communique.testkit.clusterextensionit");
        assertThat(cluster.admin().listTopics().names().get())
                .containsAll(cluster.topics().all(TestCluster.SPEAKER_STATES).stream()
                        .map(Topic::name)
                        .toList());
    }

    @Test
    void sendsAndReadsRecordsWithTheirSchemas(TestCluster cluster) {
        Topic<String, RawArticle> topic = cluster.topics().articlesRaw();
        RawArticle article = Records.rawArticle("a1").build();

        cluster.send(topic, "a1", article);

        assertThat(cluster.read(topic, 1)).extracting(ConsumerRecord::value).containsExactly(article);
        assertThat(cluster.readAll(topic)).hasSize(1);
    }

    @Test
    void sendsAndReadsBytesAsTheyAre(TestCluster cluster) {
        byte[] bytes = "no record".getBytes(StandardCharsets.UTF_8);

        cluster.sendBytes(cluster.topics().deadLetters("enrich"), bytes, bytes, new RecordHeader("why", bytes));

        assertThat(cluster.readBytes(cluster.topics().deadLetters("enrich"), 1))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.value()).isEqualTo(bytes);
                    assertThat(record.headers().lastHeader("why").value()).isEqualTo(bytes);
                });
    }

    @Test
    void tellsAServiceWhereEverythingIs(TestCluster cluster) {
        KafkaSettings settings = cluster.settings();

        assertThat(cluster.configuration())
                .containsEntry("kafka.bootstrap.servers", cluster.bootstrapServers())
                .containsEntry("registry.url", cluster.registryUrl())
                .containsEntry("topics.prefix", settings.topics().prefix());
    }

    @Nested
    class InANestedClass {
        @Test
        void sharesTheTopicsOfItsOutermostClass(TestCluster cluster) {
            assertThat(cluster.topics().prefix()).isEqualTo("communique.testkit.clusterextensionit");
        }
    }
}
