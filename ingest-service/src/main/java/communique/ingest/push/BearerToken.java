package communique.ingest.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The token that senders must show; none where only this machine can reach the endpoint. */
final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> token;

    BearerToken(Optional<String> token) {
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether an {@code Authorization} header, null where there is none, shows the token. Takes the same time for all.
     */
    boolean isShownBy(String header) {
        if (token.isEmpty()) {
            return true;
        }
        String shown = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : "";
        return MessageDigest.isEqual(token.get(), shown.getBytes(StandardCharsets.UTF_8));
    }
}
