package communique.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.SourceState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SourceJournalTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final FakeKafka kafka = FakeKafka.acknowledging(Clock.fixed(NOON, ZoneOffset.UTC));
    private final SourceJournal journal = kafka.journal();

    @Test
    void keepsAStateHereAndInTheTopic() {
        SourceState state = state(NOON);

        journal.save(state);

        assertThat(journal.of("ridge")).contains(state);
        assertThat(kafka.states().history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("communique.sources.v1");
            assertThat(record.key()).isEqualTo("ridge");
            assertThat(record.value()).isEqualTo(state);
        });
    }

    @Test
    void restoresWhatTheTopicHas() {
        journal.restore("ridge", state(NOON));
        assertThat(journal.of("ridge")).contains(state(NOON));

        journal.restore("ridge", null);
        assertThat(journal.of("ridge")).isEmpty();
    }

    @Test
    void isNotSetBackByAnEarlierState() {
        journal.save(state(NOON));

        journal.restore("ridge", state(NOON.minusSeconds(60)));
        assertThat(journal.of("ridge")).contains(state(NOON));

        journal.restore("ridge", state(NOON.plusSeconds(60)));
        assertThat(journal.of("ridge")).contains(state(NOON.plusSeconds(60)));
    }

    @Test
    void keepsAStateHereWhereKafkaDoesNotTakeIt() {
        kafka.states().sendException = new IllegalStateException("closed");

        journal.save(state(NOON));

        assertThat(journal.of("ridge")).contains(state(NOON));
    }

    private static SourceState state(Instant polled) {
        return SourceState.newBuilder()
                .setSourceId("ridge")
                .setUrl("https://ridge.example/feed")
                .setPolled(polled)
                .setOutcome("working")
                .setFailures(0)
                .build();
    }
}
