package communique.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.ingest.article.Original;
import communique.ingest.article.Rejection;
import communique.ingest.article.RejectionReason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final Rejection WHY = new Rejection(RejectionReason.BROKEN_JSON, "a comma is missing", "");

    private final FakeKafka kafka =
            FakeKafka.acknowledging(Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC));
    private final DeadLetters letters = kafka.deadLetters();

    @Test
    void keepsTheOriginalAndSaysWhy() {
        letters.send("archive", "news.jsonl:7", original("{oops"), WHY).join();

        ProducerRecord<byte[], byte[]> letter = kafka.letters().history().get(0);
        assertThat(letter.topic()).isEqualTo("communique.ingest.dlq.v1");
        assertThat(letter.key()).isEqualTo("news.jsonl:7".getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo("{oops".getBytes(UTF_8));
        assertThat(header(letter, "__streams.errors.exception")).isEqualTo("BROKEN_JSON");
        assertThat(header(letter, "__streams.errors.message")).isEqualTo("a comma is missing");
        assertThat(header(letter, "__streams.errors.stage")).isEqualTo("archive");
        assertThat(header(letter, "content-type")).isEqualTo("application/octet-stream");
        assertThat(header(letter, "ce_id")).isEqualTo("news.jsonl:7");
    }

    @Test
    void cutsWhatIsVeryLarge() {
        letters.send("archive", "big.txt", Original.whole(new byte[1_000_000]), WHY)
                .join();

        ProducerRecord<byte[], byte[]> letter = kafka.letters().history().get(0);
        assertThat(letter.value()).hasSize(256 * 1024);
        assertThat(header(letter, "__streams.errors.message")).contains("the first 262144 of 1000000 bytes");
    }

    @Test
    void sendsTheSameFromTheSamePlaceOnce() {
        letters.send("feed", "ridge 1", original("x"), WHY).join();
        letters.send("feed", "ridge 1", original("x"), WHY).join();
        letters.send("feed", "ridge 1", original("y"), WHY).join();
        letters.send("feed", "ridge 2", original("x"), WHY).join();

        assertThat(kafka.letters().history()).hasSize(3);
        assertThat(kafka.metrics()
                        .registry()
                        .get("communique.ingest.dead.letters")
                        .tags("stage", "feed", "reason", "broken_json")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void sendsAgainWhatKafkaDidNotTake() {
        kafka.letters().sendException = new IllegalStateException("closed");
        assertThat(letters.send("feed", "ridge 1", original("x"), WHY)).isCompletedExceptionally();

        kafka.letters().sendException = null;
        letters.send("feed", "ridge 1", original("x"), WHY).join();

        assertThat(kafka.letters().history()).hasSize(1);
    }

    private static Original original(String text) {
        return Original.whole(text.getBytes(UTF_8));
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
