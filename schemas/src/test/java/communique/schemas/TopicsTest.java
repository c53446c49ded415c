package communique.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {
    private static final List<String> STATES = List.of("CN", "RU", "IR", "PK");

    private final Topics topics = new Topics("communique", 6);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            communique.articles.raw.v1      | RawArticle       | 6 | 7  | delete         | BACKWARD_TRANSITIVE
            communique.articles.enriched.v1 | EnrichedArticle  | 6 | 30 | delete         | FULL_TRANSITIVE
            communique.statements.v1        | CountryStatement | 6 | 90 | delete         | FULL_TRANSITIVE
            communique.alerts.v1            | Alert            | 1 | 90 | compact,delete | FULL_TRANSITIVE
            communique.alerts.v1.cn         | Alert            | 1 | 90 | delete         | FULL_TRANSITIVE
            communique.alerts.v1.ru         | Alert            | 1 | 90 | delete         | FULL_TRANSITIVE
            communique.alerts.v1.ir         | Alert            | 1 | 90 | delete         | FULL_TRANSITIVE
            communique.alerts.v1.pk         | Alert            | 1 | 90 | delete         | FULL_TRANSITIVE
            communique.decisions.v1         | Decision         | 6 | 30 | delete         | FULL_TRANSITIVE
            communique.deliveries.v1        | Delivery         | 1 | 120 | compact,delete | FULL_TRANSITIVE
            communique.delivery.attempts.v1 | DeliveryAttempt  | 1 | 30 | delete         | FULL_TRANSITIVE
            communique.delivery.requests.v1 | DeliveryRequest  | 1 | 7  | delete         | FULL_TRANSITIVE
            communique.channels.v1          | ChannelState     | 1 | 90 | compact        | FULL_TRANSITIVE
            communique.silences.v1          | Silence          | 1 | 90 | compact,delete | FULL_TRANSITIVE
            communique.acknowledgements.v1  | Acknowledgement  | 1 | 90 | compact,delete | FULL_TRANSITIVE
            communique.sources.v1           | SourceState      | 1 | 90 | compact        | FULL_TRANSITIVE
            communique.ingest.dlq.v1        | byte[]           | 1 | 30 | delete         | NONE
            communique.enrich.dlq.v1        | byte[]           | 1 | 30 | delete         | NONE
            communique.alert.dlq.v1         | byte[]           | 1 | 30 | delete         | NONE
            """)
    void catalogueIsWhatTheArchitectureSays(
            String name, String value, int partitions, int days, String cleanup, String compatibility) {
        assertThat(topics.all(STATES))
                .filteredOn(topic -> topic.name().equals(name))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.value().getSimpleName()).isEqualTo(value);
                    assertThat(topic.partitions()).isEqualTo(partitions);
                    assertThat(topic.retention()).isEqualTo(Duration.ofDays(days));
                    assertThat(topic.cleanup().policy()).isEqualTo(cleanup);
                    assertThat(topic.compatibility()).hasToString(compatibility);
                });
    }

    @Test
    void hasNoOtherTopics() {
        assertThat(topics.all(STATES)).hasSize(19).doesNotHaveDuplicates();
    }

    @Test
    void namesAreLowerCaseWithAVersion() {
        assertThat(topics.all(STATES))
                .allSatisfy(
                        topic -> assertThat(topic.name()).matches("[a-z0-9]+(\\.[a-z0-9]+)*\\.v[0-9]+(\\.[a-z]{2})?"));
    }

    @Test
    void retentionCanBeSetByNameWithoutPrefix() {
        Topics longer = new Topics("news", 1, Map.of("articles.raw.v1", Duration.ofDays(400)));

        assertThat(longer.articlesRaw().retention()).isEqualTo(Duration.ofDays(400));
        assertThat(longer.articlesEnriched().retention()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void deliveriesAreKeptLongerThanTheAlertsTheyAreAbout() {
        Topics longer = new Topics("news", 1, Map.of("alerts.v1", Duration.ofDays(400)));

        assertThat(longer.deliveries().retention()).isEqualTo(Duration.ofDays(430));
        assertThat(longer.deliveries().keepsForEver()).isFalse();
        assertThat(longer.sources().keepsForEver()).isTrue();
    }

    @Test
    void retentionOfAlertsHoldsForThoseOfEachState() {
        Topics longer = new Topics("news", 1, Map.of("alerts.v1", Duration.ofDays(400)));

        assertThat(longer.alertsBy("RU").retention()).isEqualTo(Duration.ofDays(400));
    }

    @Test
    void schemaIsCompleteAndFreeOfWhatOnlyJavaReads() {
        assertThat(topics.all(STATES)).filteredOn(Topic::hasSchema).allSatisfy(topic -> {
            assertThat(topic.schema().getFullName()).isEqualTo(topic.value().getName());
            assertThat(topic.schema().toString()).doesNotContain("avro.java");
        });
    }

    @Test
    void deadLettersHaveNoSchema() {
        Topic<?, ?> deadLetters = topics.deadLetters("enrich");

        assertThatThrownBy(deadLetters::schema)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("communique.enrich.dlq.v1 carries bytes");
    }
}
