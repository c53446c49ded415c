package communique.alert.delivery.webhook;

import communique.kit.config.InvalidConfigException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What messages are signed with, as Standard Webhooks write it: {@code whsec_} and base64 of 24 to 64 bytes, a secret
 * both sides know, or {@code whsk_} and base64 of an ed25519 key, of which the receiver needs the public half only.
 */
sealed interface SigningKey {
    /** The version of the scheme. */
    String version();

    /** The signature of a text and the bytes after it. */
    byte[] sign(byte[] head, byte[] body) throws GeneralSecurityException;

    /** A shared secret: HMAC-SHA256. */
    record Shared(SecretKeySpec key) implements SigningKey {
        private static final String ALGORITHM = "HmacSHA256";

        @Override
        public String version() {
            return "v1";
        }

        @Override
        public byte[] sign(byte[] head, byte[] body) throws GeneralSecurityException {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head);
            return mac.doFinal(body);
        }

        @Override
        public String toString() {
            return "[hidden]";
        }
    }

    /** The private half of a pair: ed25519. */
    record Pair(PrivateKey key) implements SigningKey {
        @Override
        public String version() {
            return "v1a";
        }

        @Override
        public byte[] sign(byte[] head, byte[] body) throws GeneralSecurityException {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(head);
            signature.update(body);
            return signature.sign();
        }

        @Override
        public String toString() {
            return "[hidden]";
        }
    }

    /**
     * Reads a key.
     *
     * @param where the configured thing, for messages
     * @throws InvalidConfigException where it is not of that form
     */
    static SigningKey of(String where, String text) {
        byte[] bytes = decode(text);
        if (text.startsWith("whsec_") && bytes.length >= 24 && bytes.length <= 64) {
            return new Shared(new SecretKeySpec(bytes, Shared.ALGORITHM));
        }
        // The seed alone, or seed and public half, as most libraries write it.
        if (text.startsWith("whsk_") && (bytes.length == 32 || bytes.length == 64)) {
            return new Pair(pair(Arrays.copyOf(bytes, 32)));
        }
        throw new InvalidConfigException(
                where,
                "secret must be whsec_ and base64 of 24 to 64 random bytes; make one with:"
                        + " echo whsec_$(openssl rand -base64 32); or whsk_ and base64 of an ed25519 private key");
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder()
                    .decode(text.substring(text.indexOf('_') + 1).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static PrivateKey pair(byte[] seed) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has Ed25519 since 15", e);
        }
    }
}
