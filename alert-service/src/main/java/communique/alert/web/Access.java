package communique.alert.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may do what: everybody may read, who has the token may change.
 *
 * @param token empty where nobody may change anything
 */
record Access(Optional<String> token) {
    private static final String SCHEME = "Bearer ";

    /** Refuses who may not change anything. */
    void checkWrite(Context context) {
        if (token.isEmpty()) {
            throw new ForbiddenResponse("nothing can be changed here; set alert.web.token to a secret of your own");
        }
        String header = Optional.ofNullable(context.header("Authorization")).orElse("");
        // Names of schemes are the same in small letters and in capitals, RFC 9110.
        boolean known = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(bytes(header.substring(SCHEME.length())), bytes(token.get()));
        if (!known) {
            context.header("WWW-Authenticate", "Bearer");
            throw new UnauthorizedResponse("this needs the header Authorization: Bearer with the token");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "access";
    }
}
