package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import communique.ingest.fetch.FetchReason;
import communique.ingest.publish.FakeKafka;
import communique.ingest.publish.SourceJournal;
import communique.schemas.v1.SourceState;
import communique.testkit.TestClock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SourceReportsTest {
    private static final FeedSource RIDGE = Sources.feed("ridge", "https://ridge.example/feed");
    private static final PollResult FAILED = PollResult.failed(FetchReason.DNS, "no address");

    private final TestClock clock = TestClock.at("2026-03-04T05:00:00Z");
    private final FakeKafka kafka = FakeKafka.acknowledging(clock);
    private final SourceJournal journal = kafka.journal();
    private final SourceReports reports = new SourceReports(journal, kafka.metrics());
    private final Logger log = (Logger) LoggerFactory.getLogger(SourceReports.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    @BeforeEach
    void listen() {
        told.start();
        log.setLevel(Level.INFO);
        log.addAppender(told);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(told);
        log.setLevel(null);
    }

    @Test
    void tellsATroubleOnceAndOnceThatItIsOver() {
        tell("none", "failing");
        tell("failing", "failing");
        tell("failing", "none");
        tell("none", "none");

        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("feed ridge is failing: dns no address", "feed ridge is well again, it was failing");
        assertThat(count("failing", "begun")).isEqualTo(1);
        assertThat(count("failing", "over")).isEqualTo(1);
    }

    @Test
    void endsOneTroubleWhereAnotherBegins() {
        tell("failing", "silent");

        assertThat(count("failing", "over")).isEqualTo(1);
        assertThat(count("silent", "begun")).isEqualTo(1);
    }

    @Test
    void namesTwoFeedsThatHaveBecomeOne() {
        journal.save(state("valley", "https://ridge.example/all", "none"));

        reports.tell(
                RIDGE,
                Optional.of(state("ridge", "https://ridge.example/feed", "none")),
                state("ridge", "https://ridge.example/all", "none"),
                FAILED);

        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "feed ridge is polled at https://ridge.example/all from now on: change the list of sources",
                        "feeds ridge and valley are the same one now: remove one");
    }

    private void tell(String before, String after) {
        String url = "https://ridge.example/feed";
        reports.tell(RIDGE, Optional.of(state("ridge", url, before)), state("ridge", url, after), FAILED);
    }

    private double count(String kind, String event) {
        return kafka.metrics()
                .registry()
                .get("communique.ingest.source.troubles")
                .tags("kind", kind, "event", event)
                .counter()
                .count();
    }

    private static SourceState state(String id, String url, String trouble) {
        return SourceState.newBuilder()
                .setSourceId(id)
                .setUrl(url)
                .setOutcome("dns")
                .setFailures(7)
                .setTrouble(trouble)
                .build();
    }
}
