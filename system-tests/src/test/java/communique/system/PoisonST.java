package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.Topic;
import communique.schemas.v1.Decision;
import communique.testkit.ClusterExtension;
import communique.testkit.Figures;
import communique.testkit.Records;
import communique.testkit.TestCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Records nobody can process among the news, for {@code -Dfaults.poison.seconds=N}, one in so many articles. */
@ExtendWith(ClusterExtension.class)
class PoisonST {
    private static final Duration LASTING = Duration.ofSeconds(Integer.getInteger("faults.poison.seconds", 15));
    private static final int ONE_IN = Integer.getInteger("faults.poison.one.in", 6);

    @TempDir
    private Path folder;

    @Test
    void deadLettersEveryPoisonedRecordWithItsReasonAndLosesNoOther(TestCluster cluster) throws Exception {
        byte[] raw = Poison.encoded(
                cluster,
                cluster.topics().articlesRaw(),
                Records.rawArticle("a1").build());
        byte[] enriched = Poison.encoded(
                cluster,
                cluster.topics().articlesEnriched(),
                Records.enrichedArticle("a1").build());
        try (Deployment deployment = Deployment.start(cluster, folder);
                NewsStream news = new NewsStream(deployment.ingest())) {
            // When poison of every kind comes among the news, on both topics that services read
            int poisoned = 0;
            long end = System.nanoTime() + LASTING.toNanos();
            while (System.nanoTime() < end || poisoned < Poison.values().length) {
                Poison kind = Poison.values()[poisoned % Poison.values().length];
                byte[] key = (kind + "/" + poisoned).getBytes(StandardCharsets.UTF_8);
                cluster.sendBytes(cluster.topics().articlesRaw(), key, kind.spoil(cluster, raw));
                cluster.sendBytes(cluster.topics().articlesEnriched(), key, kind.spoil(cluster, enriched));
                poisoned++;
                news.awaitMore(ONE_IN - 1);
            }
            int articles = news.end();

            // Then all of it is dead-lettered, and every sound article is decided
            assertDead(cluster, "enrich", cluster.topics().articlesRaw(), poisoned);
            assertDead(cluster, "alert", cluster.topics().articlesEnriched(), poisoned);
            List<ConsumerRecord<String, Decision>> decisions =
                    cluster.read(cluster.topics().decisions(), articles);
            assertThat(decisions).hasSize(articles);
            Figures.record("poison among the news", poisoned + " of " + (articles + poisoned) + " dead-lettered");
        }
    }

    private static void assertDead(TestCluster cluster, String service, Topic<?, ?> from, int count) {
        assertThat(cluster.readBytes(cluster.topics().deadLetters(service), count))
                .hasSize(count)
                .allSatisfy(letter -> {
                    assertThat(header(letter, "topic")).isEqualTo(from.name());
                    assertThat(header(letter, "exception")).isNotBlank();
                });
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }
}
