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
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
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
    private final Reached reached = new Reached();

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
        properties.put("mail.smtp.sendpartial", "true");
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
                transport.sendMessage(mail, reached.without(message.id(), mail.getAllRecipients()));
            } finally {
                hangUp(transport);
            }
            return delivered(message);
        } catch (SendFailedException e) {
            return partly(e, message);
        } catch (MessagingException e) {
            return failed(e);
        }
    }

    private Delivered delivered(Message message) {
        reached.forget(message.id());
        return new Delivered(Reply.NONE, message.follows().or(() -> Optional.of(Mail.id(message.id(), config))));
    }

    /** Some addresses have it; those refused for now are tried again without the others, those refused for good not. */
    private DeliveryOutcome partly(SendFailedException e, Message message) {
        reached.add(message.id(), orNone(e.getValidSentAddresses()));
        boolean someWait = orNone(e.getValidUnsentAddresses()).length > 0;
        boolean someHaveIt = reached.any(message.id());
        if (kind(code(String.valueOf(e.getMessage()))) > 2 || !(someWait || someHaveIt)) {
            return failed(e);
        }
        Reply refusals = reply(e.getNextException() instanceof MessagingException next ? next : e);
        if (someWait) {
            FailureReason reason = someHaveIt ? FailureReason.CLIENT_ERROR : FailureReason.SERVER_ERROR;
            return new Retry(reason, Duration.ZERO, refusals);
        }
        LOG.warn("channel {} reaches some addresses only: {}", config.name(), refusals.snippet());
        return delivered(message);
    }

    private static Address[] orNone(Address[] addresses) {
        return addresses == null ? new Address[0] : addresses;
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
        int kind = kind(reply.status());
        if (kind == 5) {
            boolean refusesUs = e instanceof AuthenticationFailedException;
            return new Rejected(refusesUs ? FailureReason.AUTH_ERROR : FailureReason.CLIENT_ERROR, reply);
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
        return new Reply(code(text), SafeText.fit(text, SNIPPET_LENGTH, character -> character));
    }

    private static OptionalInt code(String text) {
        Matcher code = CODE.matcher(text);
        return code.find() ? OptionalInt.of(Integer.parseInt(code.group(1))) : OptionalInt.empty();
    }

    private static int kind(OptionalInt code) {
        return code.orElse(0) / 100;
    }

    @Override
    public String toString() {
        return "email by " + config.server().host() + ":" + config.server().port();
    }
}
