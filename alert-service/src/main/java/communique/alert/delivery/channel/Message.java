package communique.alert.delivery.channel;

import communique.schemas.v1.Alert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One attempt to tell a receiver of revisions of alerts, or of a notice.
 *
 * @param id the same in every attempt and after every restart, so that a receiver can drop a repeat
 * @param attempt 1 for the first
 * @param at when the attempt is made
 * @param alerts what is told, in the order of the topic; none with a notice
 * @param notice what the system has to tell about itself
 * @param follows what the receiver called the first message about the alert, where it was told before
 */
public record Message(
        String id, int attempt, Instant at, List<Alert> alerts, Optional<Notice> notice, Optional<String> follows) {
    /** Standard Webhooks forbids the full stop, which parts id from time in what is signed. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Copies. */
    public Message {
        alerts = List.copyOf(alerts);
        if (alerts.isEmpty() == notice.isEmpty()) {
            throw new IllegalArgumentException("a message tells either of alerts or of a notice");
        }
    }

    /** One attempt to tell of one alert. */
    public Message(int attempt, Instant at, Alert alert) {
        this(idOf(alert), attempt, at, List.of(alert), Optional.empty(), Optional.empty());
    }

    /** One attempt to tell a notice. */
    public static Message of(String id, int attempt, Instant at, Notice notice) {
        return new Message(id, attempt, at, List.of(), Optional.of(notice), Optional.empty());
    }

    /** The first alert of a message without a notice. */
    public Alert alert() {
        return alerts.get(0);
    }

    /** The id of a message about several alerts. */
    public static String idOf(List<Alert> alerts) {
        return alerts.size() == 1
                ? idOf(alerts.get(0))
                : "msg_all_"
                        + digest(alerts.stream().map(Message::idOf).sorted().collect(Collectors.joining(" ")));
    }

    /** The id every message about this revision has. */
    public static String idOf(Alert alert) {
        String id = alert.getId();
        return "msg_" + (PLAIN.matcher(id).matches() ? id : digest(id)) + "_" + alert.getRevision();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
