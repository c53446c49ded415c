package communique.ingest.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Names articles, so that the same article gets the same name again wherever and whenever it comes in. */
public final class ArticleId {
    private static final int LENGTH = 32;

    private ArticleId() {}

    /** The id, where address or guid give one: it is known before the text is. */
    public static Optional<String> beforeText(Draft draft) {
        return draft.content()
                .url()
                .flatMap(CanonicalUrl::of)
                .or(() -> draft.guid().map(guid -> draft.source().getId() + "\n" + guid))
                .map(name -> sha256(name).substring(0, LENGTH));
    }

    /** The id, by content where neither address nor guid give one. */
    static String of(Draft draft, String contentHash) {
        return beforeText(draft).orElseGet(() -> contentHash.substring(0, LENGTH));
    }

    /** Equal for equal content. */
    static String contentHash(Optional<String> title, String text) {
        return sha256(title.orElse("") + "\n" + text);
    }

    /** SHA-256 in hex. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
