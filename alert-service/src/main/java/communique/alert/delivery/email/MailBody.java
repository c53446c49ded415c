package communique.alert.delivery.email;

import com.fasterxml.jackson.databind.node.ObjectNode;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.alert.delivery.console.AlertText;
import communique.alert.delivery.template.Template;
import communique.alert.view.Html;
import communique.alert.view.PageLink;
import communique.alert.view.SafeLink;
import communique.alert.view.SafeText;
import communique.alert.view.Words;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Statement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a mail says: in our words, or in the operator's.
 *
 * @param template the operator's, with subject, text and html
 * @param page where a mail leads people
 */
record MailBody(Optional<Template> template, PageLink page) {
    private static final int SHOWN = 50;
    private static final int MAX_VALUE = 4_000;

    /** A mail without its headers. */
    record Content(String subject, String text, String html) {}

    /** With a template from a file. */
    static MailBody of(String channel, Optional<Path> template, PageLink page) {
        return new MailBody(
                template.map(file -> Template.read(channel, file, MailBody::harmless, MailBody::isAcceptable)), page);
    }

    /** One escape for all three: mark-up signs are rare in news, and text shows them as they look. */
    private static String harmless(String text) {
        return SafeText.fit(text, MAX_VALUE, MailBody::lookalike);
    }

    private static String lookalike(String character) {
        return switch (character) {
            case "<" -> "\u2039";
            case ">" -> "\u203A";
            case "&" -> "\uFF06";
            case "\"" -> "\u201D";
            case "'" -> "\u2019";
            default -> character;
        };
    }

    private static boolean isAcceptable(ObjectNode made) {
        return List.of("subject", "text", "html").stream()
                .allMatch(key ->
                        made.path(key).isTextual() && !made.path(key).asText().isBlank());
    }

    Content of(Message message) {
        return template.flatMap(own -> own.make(message))
                .map(made -> new Content(
                        made.get("subject").asText(),
                        made.get("text").asText(),
                        made.get("html").asText()))
                .orElseGet(() -> new Content(subject(message), text(message), html(message)));
    }

    private static String subject(Message message) {
        if (message.notice().isPresent()) {
            return message.notice().get().title();
        }
        Alert first = message.alert();
        String kind = first.getKind() == AlertKind.NEW
                ? ""
                : Words.code(first.getKind().name()) + ": ";
        String who = Words.countries(first.getSpeakers()) + " on " + Words.country(first.getAbout()) + ": ";
        int others = message.alerts().size() - 1;
        return (others > 0 ? "(" + (others + 1) + ") " : "") + kind + who + first.getHeadline();
    }

    private String text(Message message) {
        AlertText writer = new AlertText(false);
        return message.notice().map(writer::of).orElse("")
                + message.alerts().stream()
                        .map(alert -> writer.of(alert)
                                + page.to(alert).map(uri -> uri + "\n").orElse(""))
                        .collect(Collectors.joining());
    }

    private String html(Message message) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"></head><body>"
                + message.notice().map(MailBody::html).orElse("")
                + message.alerts().stream().map(this::html).collect(Collectors.joining("<hr>")) + "</body></html>";
    }

    private static String html(Notice notice) {
        return "<h2>" + Html.text(notice.title()) + "</h2>"
                + notice.lines().stream()
                        .map(line -> "<p>" + Html.text(line) + "</p>")
                        .collect(Collectors.joining());
    }

    private String html(Alert alert) {
        return "<p><b>" + Html.text(Words.countries(alert.getSpeakers())) + "</b> on <b>"
                + Html.text(Words.country(alert.getAbout())) + "</b> · " + alert.getPublished()
                + "</p><h2 dir=\"auto\">"
                + Html.text(alert.getHeadline()) + "</h2>"
                + list(alert.getStatements().stream().map(MailBody::html).toList())
                + list(alert.getSources().stream().map(MailBody::html).toList()) + "<p>New: "
                + Html.text(alert.getNoveltyReason()) + "</p>"
                + page.to(alert)
                        .map(uri -> "<p><a href=\"" + Html.text(uri.toString()) + "\">Evidence and history</a></p>")
                        .orElse("");
    }

    private static String list(List<String> items) {
        String shown = items.stream().limit(SHOWN).collect(Collectors.joining());
        return items.size() > SHOWN ? shown + "<p>and " + (items.size() - SHOWN) + " more</p>" : shown;
    }

    private static String html(Statement statement) {
        return "<blockquote dir=\"auto\"><p>" + Html.text(statement.getText()) + "</p><footer>"
                + Html.text(Words.speakers(statement.getSpeakers())) + "</footer></blockquote>";
    }

    private static String html(ArticleRef source) {
        String label = Html.text(source.getSource().getName()
                + source.getTitle().map(title -> ": " + title).orElse(""));
        return "<p dir=\"auto\">"
                + source.getUrl()
                        .flatMap(SafeLink::of)
                        .map(link -> "<a href=\"" + Html.text(link.toString()) + "\">" + label + "</a>")
                        .orElse(label)
                + "</p>";
    }
}
