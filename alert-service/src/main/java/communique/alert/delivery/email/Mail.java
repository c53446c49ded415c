package communique.alert.delivery.email;

import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.alert.delivery.console.AlertText;
import communique.alert.view.Html;
import communique.alert.view.SafeLink;
import communique.alert.view.SafeText;
import communique.alert.view.Words;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Statement;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message as mail: text and HTML, with a Message-ID that is the same in every attempt, in the thread of its alert.
 */
final class Mail {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int SUBJECT = 140;
    private static final int SHOWN = 50;

    private Mail() {}

    static MimeMessage of(Message message, EmailConfig config, Session session) throws MessagingException {
        String id = id(message.id(), config);
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(config.from()));
        for (String address : config.to()) {
            mail.addRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(address));
        }
        mail.setSubject(SafeText.fit(subject(message), SUBJECT, character -> character), UTF_8);
        mail.setSentDate(Date.from(message.at()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("List-Id", "<" + config.listId() + ">");
        if (message.follows().isPresent()) {
            mail.setHeader("In-Reply-To", message.follows().get());
            mail.setHeader("References", message.follows().get());
        }
        mail.setContent(body(message));
        mail.saveChanges();
        return mail;
    }

    static String id(String messageId, EmailConfig config) {
        return "<" + messageId + "@" + config.listId() + ">";
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

    private static MimeMultipart body(Message message) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(text(message), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(html(message), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static String text(Message message) {
        AlertText writer = new AlertText(false);
        return message.notice().map(writer::of).orElse("")
                + message.alerts().stream().map(writer::of).collect(Collectors.joining());
    }

    private static String html(Message message) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"></head><body>"
                + message.notice().map(Mail::html).orElse("")
                + message.alerts().stream().map(Mail::html).collect(Collectors.joining("<hr>")) + "</body></html>";
    }

    private static String html(Notice notice) {
        return "<h2>" + Html.text(notice.title()) + "</h2>"
                + notice.lines().stream()
                        .map(line -> "<p>" + Html.text(line) + "</p>")
                        .collect(Collectors.joining());
    }

    private static String html(Alert alert) {
        return "<p><b>" + Html.text(Words.countries(alert.getSpeakers())) + "</b> on <b>"
                + Html.text(Words.country(alert.getAbout())) + "</b> · " + alert.getPublished()
                + "</p><h2 dir=\"auto\">"
                + Html.text(alert.getHeadline()) + "</h2>"
                + list(alert.getStatements().stream().map(Mail::html).toList())
                + list(alert.getSources().stream().map(Mail::html).toList()) + "<p>New: "
                + Html.text(alert.getNoveltyReason()) + "</p>";
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
