package communique.alert.delivery.pagerduty;

import com.fasterxml.jackson.annotation.JsonProperty;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.alert.view.PageLink;
import communique.alert.view.SafeLink;
import communique.alert.view.SafeText;
import communique.alert.view.Words;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.Statement;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Alerts, or a notice, as an event. Revisions of an alert have one key, so that they are one incident; what every
 * publisher took back is resolved. The lengths keep it far below the 512 kB PagerDuty takes.
 *
 * @see <a href="https://developer.pagerduty.com/docs/send-alert-event">Send an alert event</a>
 */
record Event(
        @JsonProperty("routing_key") String routingKey,
        @JsonProperty("event_action") String action,
        @JsonProperty("dedup_key") String key,
        Payload payload,
        List<Link> links,
        String client) {
    /** PagerDuty's own limits. */
    private static final int MAX_SUMMARY = 1024;

    private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
    private static final int MAX_TEXT = 1000;
    private static final int MAX_ITEMS = 20;

    record Payload(
            String summary,
            String source,
            String severity,
            String timestamp,
            String component,
            String group,
            @JsonProperty("custom_details") Map<String, Object> details) {}

    record Link(String href, String text) {}

    static Event of(String routingKey, Message message, PageLink page) {
        return message.notice()
                .map(notice -> notice(routingKey, message, notice))
                .orElseGet(() -> alerts(routingKey, message, page));
    }

    private static Event notice(String routingKey, Message message, Notice notice) {
        Payload payload = new Payload(
                shown(notice.title(), MAX_SUMMARY),
                "communique",
                "warning",
                message.at().toString(),
                "delivery",
                "communique",
                Map.of("lines", texts(notice.lines().stream())));
        return new Event(routingKey, "trigger", message.id(), payload, List.of(), "Communique");
    }

    private static Event alerts(String routingKey, Message message, PageLink page) {
        Alert first = message.alert();
        boolean several = message.alerts().size() > 1;
        String lead = several ? message.alerts().size() + " alerts: " : Words.code(kind(first)) + who(first) + ": ";
        Payload payload = new Payload(
                shown(lead + first.getHeadline(), MAX_SUMMARY),
                shown(outlet(first), MAX_TEXT),
                severity(first),
                first.getPublished().toString(),
                shown(who(first), MAX_TEXT),
                shown(first.getStoryId(), MAX_TEXT),
                several ? overview(message) : details(message, first));
        boolean over =
                !several && first.getWithdrawn().size() >= first.getSources().size() && isCorrected(first);
        return new Event(
                routingKey,
                over ? "resolve" : "trigger",
                several ? message.id() : first.getId(),
                payload,
                links(first, page),
                "Communique");
    }

    private static boolean isCorrected(Alert alert) {
        return alert.getKind() == AlertKind.CORRECTED;
    }

    private static String kind(Alert alert) {
        return alert.getKind() == AlertKind.NEW ? "" : alert.getKind().name() + ": ";
    }

    private static String who(Alert alert) {
        return Words.countries(alert.getSpeakers()) + " on " + Words.country(alert.getAbout());
    }

    private static String outlet(Alert alert) {
        return alert.getSources().stream()
                .map(source -> source.getSource().getName())
                .findFirst()
                .orElse("communique");
    }

    /** The word of the rule where PagerDuty knows it. */
    private static String severity(Alert alert) {
        String word = alert.getSeverity().toLowerCase(Locale.ROOT);
        return SEVERITIES.contains(word) ? word : "info";
    }

    private static Map<String, Object> overview(Message message) {
        return Map.of(
                "alerts",
                texts(message.alerts().stream().map(alert -> who(alert) + ": " + alert.getHeadline())),
                "message",
                message.id());
    }

    private static Map<String, Object> details(Message message, Alert alert) {
        return Map.of(
                "statements", texts(alert.getStatements().stream().map(Event::quoted)),
                "topics", texts(alert.getTopics().stream()),
                "novelty", shown(alert.getNoveltyReason(), MAX_TEXT),
                "severity", shown(alert.getSeverity(), MAX_TEXT),
                "revision", alert.getRevision(),
                "message", message.id());
    }

    private static String quoted(Statement statement) {
        return Words.speakers(statement.getSpeakers()) + ": " + statement.getText();
    }

    private static List<String> texts(Stream<String> texts) {
        return texts.limit(MAX_ITEMS).map(text -> shown(text, MAX_TEXT)).toList();
    }

    private static String shown(String text, int max) {
        String fit = SafeText.fit(text, max, character -> character);
        return fit.isEmpty() ? "…" : fit;
    }

    private static List<Link> links(Alert alert, PageLink page) {
        Stream<Link> own = page.to(alert).stream().map(uri -> link(uri, "Evidence and history"));
        Stream<Link> sources = alert.getSources().stream()
                .flatMap(source ->
                        source
                                .getUrl()
                                .flatMap(SafeLink::of)
                                .map(uri -> link(uri, source.getSource().getName()))
                                .stream());
        return Stream.concat(own, sources).limit(MAX_ITEMS).toList();
    }

    private static Link link(URI uri, String text) {
        return new Link(uri.toString(), shown(text, MAX_TEXT));
    }
}
