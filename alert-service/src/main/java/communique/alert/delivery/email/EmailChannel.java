package communique.alert.delivery.email;

import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.email.EmailConfig.Security;
import communique.alert.view.SafeText;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mail in to a server. */
final class EmailChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);
    private static final int SNIPPET_LENGTH = 200;

    /** The code at the beginning of what a server answers. */
    private static final Pattern CODE = Pattern.compile("\\b([2-5]\\d\\d)[ -]");

    private final EmailConfig config;
    private final Optional<String> password;
    private final Session session;
    private final MailBody body;

    EmailChannel(EmailConfig config, Optional<String> password, MailBody body) {
        this.config = config;
        this.password = password;
        this.body = body;
        this.session = Session.getInstance(properties(config));
    }

    private static Properties properties(EmailConfig config) {
        EmailConfig.Server server = config.server();
        String millis = String.valueOf(server.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", String.valueOf(server.port()));
        properties.put("mail.smtp.auth", String.valueOf(server.user().isPresent()));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        try {
            MimeMessage mail = Mail.of(message, body.of(message), config, session);
            Transport transport = session.getTransport();
            try {
                transport.connect(config.server().user().orElse(null), password.orElse(null));
                transport.sendMessage(mail, mail.getAllRecipients());
            } finally {
                hangUp(transport);
            }
            return new Delivered(Reply.NONE, message.follows().or(() -> Optional.of(Mail.id(message.id(), config))));
        } catch (AuthenticationFailedException e) {
            return new Rejected(FailureReason.AUTH_ERROR, reply(e));
        } catch (MessagingException e) {
            return failed(e);
        }
    }

    /** How a server says goodbye changes nothing of what it took. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("a mail server was left without goodbye", e);
        }
    }

    /** A server that says 5xx will say it again; all else may be over soon. */
    private DeliveryOutcome failed(MessagingException e) {
        Reply reply = reply(e);
        int kind = reply.status().orElse(0) / 100;
        if (kind == 5) {
            return new Rejected(FailureReason.CLIENT_ERROR, reply);
        }
        FailureReason silent =
                causedBy(e, SocketTimeoutException.class) ? FailureReason.TIMEOUT : FailureReason.NETWORK;
        return new Retry(kind == 4 ? FailureReason.SERVER_ERROR : silent, Duration.ZERO, reply);
    }

    private static boolean causedBy(MessagingException failure, Class<? extends Exception> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private Reply reply(MessagingException e) {
        StringBuilder all = new StringBuilder(String.valueOf(e.getMessage()));
        Exception next = e.getNextException();
        while (next != null) {
            all.append(' ').append(next.getMessage());
            next = next instanceof MessagingException more ? more.getNextException() : null;
        }
        String text = password.filter(secret -> !secret.isEmpty())
                .map(secret -> all.toString().replace(secret, "[hidden]"))
                .orElse(all.toString());
        Matcher code = CODE.matcher(text);
        OptionalInt status = code.find() ? OptionalInt.of(Integer.parseInt(code.group(1))) : OptionalInt.empty();
        return new Reply(status, SafeText.fit(text, SNIPPET_LENGTH, character -> character));
    }

    @Override
    public String toString() {
        return "email by " + config.server().host() + ":" + config.server().port();
    }
}
