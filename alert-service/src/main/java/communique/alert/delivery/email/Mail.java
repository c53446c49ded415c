package communique.alert.delivery.email;

import communique.alert.delivery.channel.Message;
import communique.alert.view.SafeText;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * A message as mail: text and HTML, with a Message-ID that is the same in every attempt, in the thread of its alert.
 */
final class Mail {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int SUBJECT = 140;

    private Mail() {}

    static MimeMessage of(Message message, MailBody.Content content, EmailConfig config, Session session)
            throws MessagingException {
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
        mail.setSubject(SafeText.fit(content.subject(), SUBJECT, character -> character), UTF_8);
        mail.setSentDate(Date.from(message.at()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("List-Id", "<" + config.listId() + ">");
        if (config.unsubscribe().isPresent()) {
            String address = config.unsubscribe().get();
            mail.setHeader("List-Unsubscribe", "<" + address + ">");
            if (address.startsWith("https:")) {
                mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
        if (message.follows().isPresent()) {
            mail.setHeader("In-Reply-To", message.follows().get());
            mail.setHeader("References", message.follows().get());
        }
        mail.setContent(parts(content));
        mail.saveChanges();
        return mail;
    }

    static String id(String messageId, EmailConfig config) {
        return "<" + messageId + "@" + config.listId() + ">";
    }

    private static MimeMultipart parts(MailBody.Content content) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(content.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(content.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }
}
