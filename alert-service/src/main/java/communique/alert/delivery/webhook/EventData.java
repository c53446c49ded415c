package communique.alert.delivery.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import communique.alert.view.AlertJson;
import communique.schemas.v1.Alert;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of alerts an event holds. Standard Webhooks asks for less than 20 kB, which few stories need; what is left
 * out is counted, and whole under {@code /v1/alerts/ID}.
 *
 * @param alerts at most
 * @param statements of each at most
 * @param sources of each at most
 * @param longest text
 */
record EventData(int alerts, int statements, int sources, int longest) {
    private static final EventData WHOLE =
            new EventData(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** From much to what always fits. */
    private static final List<EventData> SHORTER = List.of(
            new EventData(30, 30, 40, 1_000),
            new EventData(20, 10, 15, 500),
            new EventData(10, 4, 5, 200),
            new EventData(5, 1, 1, 60));

    /** The sizes worth trying, fullest first: everything only where it may be small enough. */
    static List<EventData> sizes(List<Alert> alerts, int largest) {
        boolean mayFit = alerts.stream().mapToLong(EventData::length).sum() < largest;
        return mayFit ? Stream.concat(Stream.of(WHOLE), SHORTER.stream()).toList() : SHORTER;
    }

    private static long length(Alert alert) {
        long statements = alert.getStatements().stream()
                .mapToLong(statement -> statement.getText().length())
                .sum();
        long sources = alert.getSources().stream()
                .mapToLong(source -> source.getTitle().orElse("").length()
                        + source.getUrl().orElse("").length())
                .sum();
        return alert.getHeadline().length() + statements + sources;
    }

    /** One alert, and what it is more than this. */
    record One(
            @JsonUnwrapped AlertJson alert,

            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("left_out")
            LeftOut leftOut) {}

    /** Several of them. */
    record Several(
            @JsonProperty("alerts") List<One> alerts,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonProperty("alerts_left_out")
            int leftOut) {}

    /** How many statements and sources an alert has besides those in the event. */
    record LeftOut(
            @JsonProperty("statements") int statements,
            @JsonProperty("sources") int sources) {}

    One of(Alert alert) {
        AlertJson whole = AlertJson.of(alert);
        if (equals(WHOLE)) {
            return new One(whole, null);
        }
        LeftOut leftOut = new LeftOut(
                Math.max(0, whole.statements().size() - statements),
                Math.max(0, whole.sources().size() - sources));
        return new One(whole.shortened(statements, sources, longest), leftOut);
    }

    Several of(List<Alert> all) {
        return new Several(all.stream().limit(alerts).map(this::of).toList(), Math.max(0, all.size() - alerts));
    }
}
