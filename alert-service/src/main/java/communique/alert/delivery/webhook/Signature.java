package communique.alert.delivery.webhook;

import communique.kit.config.InvalidConfigException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages with a shared secret: version {@code v1} of Standard Webhooks. */
final class Signature {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 64;

    private final SecretKeySpec key;

    private Signature(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * A signature with a secret.
     *
     * @param where the configured thing, for messages
     * @param secret {@code whsec_} and base64 of 24 to 64 bytes
     * @throws InvalidConfigException where it is not of that form
     */
    static Signature with(String where, String secret) {
        byte[] bytes = decode(secret);
        if (bytes.length < SHORTEST_KEY || bytes.length > LONGEST_KEY) {
            throw new InvalidConfigException(
                    where,
                    "secret must be whsec_ and base64 of 24 to 64 random bytes;"
                            + " make one with: echo whsec_$(openssl rand -base64 32)");
        }
        return new Signature(new SecretKeySpec(bytes, ALGORITHM));
    }

    private static byte[] decode(String secret) {
        try {
            return secret.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                    : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The headers of a message whose body is exactly these bytes. */
    Map<String, String> headers(String id, Instant at, byte[] body) {
        String timestamp = String.valueOf(at.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", "v1," + sign(id + "." + timestamp + ".", body));
    }

    private String sign(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
