package communique.alert.delivery.email;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DurationConverter;
import communique.alert.delivery.channel.Secret;
import communique.alert.delivery.channel.Surroundings;
import communique.alert.delivery.channel.Wanted;
import communique.kit.config.InvalidConfigException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A channel that sends mail.
 *
 * @param name name of the channel
 * @param wants which alerts are sent
 * @param server where mail is handed in
 * @param from who sends
 * @param to who gets it
 * @param listId name of the list in its header, for filters
 * @param unsubscribe address, https or mailto, where a reader leaves the list
 * @param template subject, text and html of messages, where they are not to be ours
 */
public record EmailConfig(
        String name,
        Wanted wants,
        Server server,
        String from,
        List<String> to,
        String listId,
        Optional<String> unsubscribe,
        Optional<Path> template)
        implements ChannelConfig {
    /**
     * Where mail is handed in.
     *
     * @param host of the server
     * @param port 587 where not given, 465 with tls
     * @param security starttls, tls from the beginning, or none
     * @param user who hands it in; empty where the server does not ask
     * @param password of the user
     * @param timeout of connecting, of every answer and of every write
     */
    record Server(
            String host,
            int port,
            Security security,
            Optional<String> user,
            Optional<Secret> password,
            Duration timeout) {}

    /** How the connection is secured. */
    enum Security {
        /** TLS after a greeting; never without. */
        @JsonProperty("starttls")
        STARTTLS,
        /** TLS from the beginning. */
        @JsonProperty("tls")
        TLS,
        /** Not at all, for a server on the same machine. */
        @JsonProperty("none")
        NONE
    }

    /** Reads it from a channels file. */
    @JsonCreator
    static EmailConfig of(
            @JsonProperty("name") String name,
            @JsonProperty("wants") Wanted wants,
            @JsonProperty("host") String host,
            @JsonProperty("port") Integer port,
            @JsonProperty("security") Security security,
            @JsonProperty("user") String user,
            @JsonProperty("password") String password,
            @JsonProperty("password_file") String passwordFile,
            @JsonProperty("timeout") @JsonDeserialize(converter = DurationConverter.class) Duration timeout,
            @JsonProperty("from") String from,
            @JsonProperty("to") List<String> to,
            @JsonProperty("list_id") String listId,
            @JsonProperty("unsubscribe") String unsubscribe,
            @JsonProperty("template") Path template) {
        ChannelConfig.checkName(name);
        if (host == null || from == null || to == null || to.isEmpty()) {
            throw new IllegalArgumentException("needs host, from, and at least one address under to");
        }
        Security kind = Objects.requireNonNullElse(security, Security.STARTTLS);
        boolean hasPassword = password != null || passwordFile != null;
        if (hasPassword != (user != null)) {
            throw new IllegalArgumentException("user and password belong together");
        }
        checkAddress(from);
        to.forEach(EmailConfig::checkAddress);
        if (unsubscribe != null && !unsubscribe.matches("(https://|mailto:)[\\x21-\\x7E&&[^<>]]+")) {
            throw new IllegalArgumentException("unsubscribe is an https or mailto address");
        }
        return new EmailConfig(
                name,
                Objects.requireNonNullElse(wants, Wanted.ALL),
                new Server(
                        host,
                        Objects.requireNonNullElse(port, kind == Security.TLS ? 465 : 587),
                        kind,
                        Optional.ofNullable(user),
                        hasPassword
                                ? Optional.of(Secret.of("password", password, passwordFile)
                                        .keptElsewhere())
                                : Optional.empty(),
                        Objects.requireNonNullElse(timeout, DEFAULT_TIMEOUT)),
                from,
                List.copyOf(to),
                Objects.requireNonNullElse(listId, "alerts.communique"),
                Optional.ofNullable(unsubscribe),
                Optional.ofNullable(template));
    }

    private static void checkAddress(String address) {
        try {
            new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("'" + address + "' is no mail address", e);
        }
    }

    @Override
    public String type() {
        return "email";
    }

    /**
     * Opens the channel.
     *
     * @throws InvalidConfigException where the password is missing
     */
    @Override
    public Channel open(Surroundings surroundings) {
        return new EmailChannel(
                this,
                server.password().map(secret -> secret.reveal(surroundings.secrets())),
                MailBody.of(name, template, surroundings.page()));
    }
}
