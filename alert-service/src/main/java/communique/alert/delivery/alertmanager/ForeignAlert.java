package communique.alert.delivery.alertmanager;

import com.fasterxml.jackson.annotation.JsonInclude;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.alert.view.SafeLink;
import communique.alert.view.SafeText;
import communique.alert.view.Words;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An alert as Alertmanager knows alerts. A correction resolves it; all else fires, and since news does not end by
 * itself the receiver decides how long it shows it.
 *
 * @param status firing or resolved
 * @param labels what tells it from others: the same in every revision
 * @param annotations what there is to say
 * @param startsAt publication of its first article
 * @param endsAt when it was corrected; Alertmanager's way to say never where it was not
 * @param generatorURL its first article
 * @param fingerprint of the labels
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">webhook</a>
 * @see <a href="https://prometheus.io/docs/alerting/latest/alerts_api/">alerts API</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForeignAlert(
        String status,
        Map<String, String> labels,
        Map<String, String> annotations,
        String startsAt,
        String endsAt,
        String generatorURL,
        String fingerprint) {
    private static final String NEVER = "0001-01-01T00:00:00Z";
    private static final int LONGEST = 2_000;

    static List<ForeignAlert> of(Message message) {
        return message.notice()
                .map(notice -> List.of(of(message, notice)))
                .orElseGet(() -> message.alerts().stream().map(ForeignAlert::of).toList());
    }

    private static ForeignAlert of(Message message, Notice notice) {
        Map<String, String> labels =
                new TreeMap<>(Map.of("alertname", "CommuniqueNotice", "severity", "info", "message_id", message.id()));
        Map<String, String> annotations = new TreeMap<>(
                Map.of("summary", fit(notice.title()), "description", fit(String.join(" · ", notice.lines()))));
        return new ForeignAlert("firing", labels, annotations, notice.at().toString(), NEVER, "", fingerprint(labels));
    }

    private static ForeignAlert of(Alert alert) {
        Map<String, String> labels = new TreeMap<>(Map.of(
                "alertname", "CommuniqueStatement",
                "alert_id", fit(alert.getId()),
                "rule", fit(alert.getRule()),
                "severity", fit(alert.getSeverity()),
                "about", fit(alert.getAbout()),
                "speakers", fit(String.join(",", alert.getSpeakers())),
                "story", fit(alert.getStoryId())));
        Map<String, String> annotations = new TreeMap<>(Map.of(
                "summary", fit(alert.getHeadline()),
                "description", fit(statements(alert)),
                "revision", String.valueOf(alert.getRevision()),
                "kind", Words.code(alert.getKind().name()),
                "topics", fit(String.join(",", alert.getTopics())),
                "novelty", fit(alert.getNoveltyReason())));
        boolean corrected = alert.getKind() == AlertKind.CORRECTED;
        return new ForeignAlert(
                corrected ? "resolved" : "firing",
                labels,
                annotations,
                alert.getPublished().toString(),
                corrected ? alert.getUpdated().toString() : NEVER,
                link(alert),
                fingerprint(labels));
    }

    private static String statements(Alert alert) {
        return alert.getStatements().stream()
                .map((Statement statement) -> Words.speakers(statement.getSpeakers()) + ": " + statement.getText())
                .collect(Collectors.joining(" · "));
    }

    private static String link(Alert alert) {
        return alert.getSources().stream()
                .map(ArticleRef::getUrl)
                .flatMap(url -> url.flatMap(SafeLink::of).stream())
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    private static String fit(String text) {
        return SafeText.fit(text, LONGEST, character -> character);
    }

    /** Any number of 64 bits that only equal labels have in common. */
    private static String fingerprint(Map<String, String> labels) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(labels.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
