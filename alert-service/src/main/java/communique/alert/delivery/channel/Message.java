package communique.alert.delivery.channel;

import communique.schemas.v1.Alert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One attempt to tell a receiver of one revision of an alert.
 *
 * @param id the same in every attempt and after every restart, so that a receiver can drop a repeat
 * @param attempt 1 for the first
 * @param at when the attempt is made
 * @param alert what is told
 */
public record Message(String id, int attempt, Instant at, Alert alert) {
    /** Standard Webhooks forbids the full stop, which parts id from time in what is signed. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** One attempt. */
    public Message(int attempt, Instant at, Alert alert) {
        this(idOf(alert), attempt, at, alert);
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
