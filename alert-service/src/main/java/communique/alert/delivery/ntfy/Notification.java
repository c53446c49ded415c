package communique.alert.delivery.ntfy;

import com.fasterxml.jackson.annotation.JsonInclude;
import communique.alert.delivery.channel.Message;
import communique.alert.view.PageLink;
import communique.alert.view.SafeLink;
import communique.alert.view.SafeText;
import communique.alert.view.Words;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * Alerts, or a notice, as a notification: plain text, in which nothing is mark-up.
 *
 * @param click where a tap leads
 * @see <a href="https://docs.ntfy.sh/publish/#publish-as-json">Publish as JSON</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Notification(String topic, String title, String message, int priority, List<String> tags, String click) {
    private static final int MAX_TITLE = 200;
    private static final int MAX_LINE = 300;

    /** A longer message than 4,096 bytes becomes an attachment; four bytes are the most a character takes. */
    private static final int MAX_MESSAGE = 1000;

    static Notification of(String topic, int priority, Message message, PageLink page) {
        return message.notice()
                .map(notice -> new Notification(
                        topic,
                        shown(notice.title(), MAX_TITLE),
                        text(notice.lines().stream(), message),
                        priority,
                        List.of("warning"),
                        null))
                .orElseGet(() -> alerts(topic, priority, message, page));
    }

    private static Notification alerts(String topic, int priority, Message message, PageLink page) {
        Alert first = message.alert();
        boolean several = message.alerts().size() > 1;
        String title = several
                ? message.alerts().size() + " alerts: " + first.getHeadline()
                : kind(first) + first.getHeadline();
        Stream<String> lines = several
                ? message.alerts().stream().map(alert -> who(alert) + ": " + alert.getHeadline())
                : Stream.concat(
                        Stream.of(who(first)),
                        first.getStatements().stream()
                                .map(statement ->
                                        Words.speakers(statement.getSpeakers()) + ": " + statement.getText()));
        String click = page.to(first)
                .or(() -> first.getSources().stream()
                        .flatMap(source -> source.getUrl().flatMap(SafeLink::of).stream())
                        .findFirst())
                .map(Object::toString)
                .orElse(null);
        return new Notification(
                topic, shown(title, MAX_TITLE), text(lines, message), priority, List.of("speech_balloon"), click);
    }

    private static String who(Alert alert) {
        return Words.countries(alert.getSpeakers()) + " on " + Words.country(alert.getAbout());
    }

    private static String kind(Alert alert) {
        return alert.getKind() == AlertKind.NEW
                ? ""
                : Words.code(alert.getKind().name()) + ": ";
    }

    /** As many lines as fit, and the id by which a repeat is known. */
    private static String text(Stream<String> lines, Message message) {
        String repeat = message.attempt() > 1 ? "attempt " + message.attempt() + ", may be a repeat · " : "";
        String id = "\n" + repeat + message.id();
        StringBuilder text = new StringBuilder();
        for (String line : lines.map(line -> shown(line, MAX_LINE)).toList()) {
            if (text.length() + line.length() + 1 + id.length() > MAX_MESSAGE) {
                break;
            }
            text.append(line).append('\n');
        }
        return text.toString().stripTrailing() + id;
    }

    private static String shown(String text, int max) {
        String fit = SafeText.fit(text, max, character -> character);
        return fit.isEmpty() ? "…" : fit;
    }
}
