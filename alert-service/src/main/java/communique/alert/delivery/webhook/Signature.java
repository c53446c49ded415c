package communique.alert.delivery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signs messages as Standard Webhooks describe it: versions {@code v1} and {@code v1a}. While a key is being replaced
 * every message has a signature of each, so that the receiver may change at any moment.
 *
 * @param key what messages are signed with
 * @param former what they are signed with too
 * @param formerUntil when that ends
 */
record Signature(SigningKey key, Optional<SigningKey> former, Instant formerUntil) {
    static Signature with(String where, String secret) {
        return new Signature(SigningKey.of(where, secret), Optional.empty(), Instant.MIN);
    }

    /** The headers of a message whose body is exactly these bytes. */
    Map<String, String> headers(String id, Instant at, byte[] body) {
        String timestamp = String.valueOf(at.getEpochSecond());
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        List<SigningKey> keys = Stream.concat(Stream.of(key), former.filter(any -> at.isBefore(formerUntil)).stream())
                .toList();
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature",
                        keys.stream().map(one -> sign(one, head, body)).collect(Collectors.joining(" ")));
    }

    private static String sign(SigningKey key, byte[] head, byte[] body) {
        try {
            return key.version() + "," + Base64.getEncoder().encodeToString(key.sign(head, body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has what is needed for " + key.version(), e);
        }
    }
}
