package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import communique.kit.kafka.KafkaClients;
import communique.schemas.Topics;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** What becomes of the articles of a test, each of which is worth one alert. */
final class Accounts implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Tally<Decision> decisions;
    private final Tally<Alert> alerts;

    Accounts(KafkaClients clients, Topics topics) {
        decisions = new Tally<>(clients, topics.decisions());
        alerts = new Tally<>(clients, topics.alerts());
    }

    /** Waits until so many articles are decided. */
    void awaitDecided(int articles) {
        Awaitility.await(articles + " decisions").atMost(PATIENCE).until(() -> decisions.count() >= articles);
    }

    /**
     * Waits until every one of some articles is decided.
     *
     * @param taken when each was taken, by its address
     * @return how long one of them had to wait for its decision, at most
     */
    Duration awaitDecided(Map<String, Instant> taken) {
        Map<String, Instant> decided = new HashMap<>();
        Awaitility.await("decisions on what was taken").atMost(PATIENCE).until(() -> {
            decisions
                    .all()
                    .forEach(record -> decided.put(
                            record.value().getArticle().getUrl().orElseThrow(),
                            Instant.ofEpochMilli(record.timestamp())));
            return decided.keySet().containsAll(taken.keySet());
        });
        return taken.entrySet().stream()
                .map(article -> Duration.between(article.getValue(), decided.get(article.getKey())))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Every decision there is. */
    List<Decision> decisions() {
        return decisions.all().stream().map(ConsumerRecord::value).toList();
    }

    /** Every revision of every alert there is. */
    List<Alert> alerts() {
        return alerts.all().stream().map(ConsumerRecord::value).toList();
    }

    /** Nothing is lost, and nothing is doubled. */
    void assertEachIsDecidedAndAlertedOnce(int articles) {
        awaitDecided(articles);
        Set<String> decided = decisions().stream().map(Decision::getArticleId).collect(Collectors.toSet());
        assertThat(decided).hasSize(articles);
        assertThat(decisions()).hasSize(articles);
        assertThat(alerts()).hasSize(articles);
        assertThat(alerts().stream().map(Alert::getId).collect(Collectors.toSet()))
                .hasSize(articles);
        assertThat(alerts().stream()
                        .map(alert -> alert.getSources().get(0).getId())
                        .collect(Collectors.toSet()))
                .isEqualTo(decided);
    }

    @Override
    public void close() {
        decisions.close();
        alerts.close();
    }
}
