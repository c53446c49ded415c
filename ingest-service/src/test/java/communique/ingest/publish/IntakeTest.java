package communique.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import communique.ingest.article.Draft;
import communique.ingest.article.Drafts;
import communique.ingest.article.Rejection;
import communique.ingest.article.RejectionReason;
import communique.schemas.v1.Origin;
import communique.schemas.v1.RawArticle;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    private static final Draft DRAFT = Drafts.whole("https://valley.example/talks");

    @Test
    void sendsAnArticleUnderItsIdWithTheHeadersOfAnEvent() {
        FakeKafka kafka = FakeKafka.acknowledging(CLOCK);

        Received received = kafka.intake().take(DRAFT).join();

        ProducerRecord<String, RawArticle> record = kafka.articles().history().get(0);
        assertThat(received).isEqualTo(new Received.Accepted(record.value().getId()));
        assertThat(record.topic()).isEqualTo("communique.articles.raw.v1");
        assertThat(record.key()).isEqualTo(record.value().getId());
        assertThat(header(record, "ce_type")).isEqualTo("communique.article.received.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/communique/ingest");
        assertThat(header(record, "ce_time")).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(header(record, "ce_id"))
                .isEqualTo(record.key() + "/" + record.value().getContentHash());
        assertThat(header(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void sendsTheSameArticleOnce() {
        FakeKafka kafka = FakeKafka.acknowledging(CLOCK);
        Intake intake = kafka.intake();

        Received first = intake.take(DRAFT).join();
        Received second = intake.take(DRAFT).join();

        assertThat(second).isEqualTo(new Received.Duplicate(((Received.Accepted) first).id()));
        assertThat(kafka.sent()).hasSize(1);
    }

    @Test
    void sendsAnArticleAgainWhenItsContentChanged() {
        FakeKafka kafka = FakeKafka.acknowledging(CLOCK);
        Intake intake = kafka.intake();
        Draft corrected = DRAFT.withContent(DRAFT.content().withBody("They did not."));

        intake.take(DRAFT).join();

        assertThat(intake.take(corrected).join()).isInstanceOf(Received.Accepted.class);
        assertThat(intake.take(corrected).join()).isInstanceOf(Received.Duplicate.class);
        assertThat(kafka.sent()).extracting(RawArticle::getId).hasSize(2).containsOnly(id(kafka));
    }

    @Test
    void sendsAnArticleAgainWhenItIsTakenBack() {
        FakeKafka kafka = FakeKafka.acknowledging(CLOCK);
        Intake intake = kafka.intake();

        intake.take(DRAFT).join();
        intake.take(new Draft(DRAFT.source(), DRAFT.origin(), DRAFT.guid(), DRAFT.content(), true))
                .join();

        assertThat(kafka.sent()).extracting(RawArticle::getRetracted).containsExactly(false, true);
    }

    @Test
    void acknowledgesWhenKafkaDoesAndNotBefore() {
        FakeKafka kafka = FakeKafka.hesitating(CLOCK);
        Intake intake = kafka.intake();

        CompletableFuture<Received> first = intake.take(DRAFT);
        CompletableFuture<Received> same = intake.take(DRAFT);

        assertThat(first).isNotDone();
        assertThat(same).isNotDone();
        kafka.articles().completeNext();
        assertThat(first).isCompletedWithValueMatching(Received.Accepted.class::isInstance);
        assertThat(same).isCompletedWithValueMatching(Received.Duplicate.class::isInstance);
        assertThat(kafka.sent()).hasSize(1);
    }

    @Test
    void failsWhereKafkaDoesAndSendsAgainWhenAsked() {
        FakeKafka kafka = FakeKafka.hesitating(CLOCK);
        Intake intake = kafka.intake();

        CompletableFuture<Received> first = intake.take(DRAFT);
        CompletableFuture<Received> same = intake.take(DRAFT);
        kafka.articles().errorNext(new TimeoutException("no broker"));

        assertThat(first)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(PublishException.class)
                .withMessageContaining("no broker");
        assertThat(same).isCompletedExceptionally();
        CompletableFuture<Received> again = intake.take(DRAFT);
        kafka.articles().completeNext();
        assertThat(again).isCompletedWithValueMatching(Received.Accepted.class::isInstance);
        assertThat(count(kafka, "failed")).isEqualTo(2);
    }

    @Test
    void failsWhereTheRecordCannotBeSentAtAll() {
        FakeKafka kafka = FakeKafka.acknowledging(CLOCK);
        kafka.articles().sendException = new IllegalStateException("closed");

        assertThat(kafka.intake().take(DRAFT)).isCompletedExceptionally();
    }

    @Test
    void refusesWhatIsNoArticle() {
        FakeKafka kafka = FakeKafka.acknowledging(CLOCK);

        Received received = kafka.intake().take(Drafts.text(" ")).join();

        assertThat(((Received.Rejected) received).why().reason()).isEqualTo(RejectionReason.EMPTY);
        assertThat(kafka.sent()).isEmpty();
    }

    @Test
    void countsByWayAndResult() {
        FakeKafka kafka = FakeKafka.acknowledging(CLOCK);
        Intake intake = kafka.intake();

        intake.take(DRAFT).join();
        intake.take(DRAFT).join();
        intake.reject(Origin.FEED, new Rejection(RejectionReason.BROKEN_JSON, "", ""));

        assertThat(count(kafka, "accepted")).isEqualTo(1);
        assertThat(count(kafka, "duplicate")).isEqualTo(1);
        assertThat(count(kafka, "broken_json")).isEqualTo(1);
    }

    private static double count(FakeKafka kafka, String result) {
        return kafka.metrics()
                .registry()
                .get("communique.ingest.articles")
                .tags("way", "feed", "result", result)
                .counter()
                .count();
    }

    private static String id(FakeKafka kafka) {
        return kafka.sent().get(0).getId();
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
