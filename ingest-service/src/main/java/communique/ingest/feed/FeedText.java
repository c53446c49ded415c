package communique.ingest.feed;

import communique.ingest.article.BlockText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the text constructs of feeds into plain text. */
final class FeedText {
    private static final Pattern PREFIX = Pattern.compile("<(/?)[A-Za-z][\\w.-]{0,20}:");

    private FeedText() {}

    /** The text of an element: escaped or embedded HTML, or plain where it says so. */
    static String of(FeedElement element) {
        String type = element.attribute("type").orElse("").toLowerCase(Locale.ROOT);
        String inside = element.inside();
        if (element.holdsElements()) {
            return BlockText.of(PREFIX.matcher(inside).replaceAll("<$1"));
        }
        if (element.attribute("mode").filter("base64"::equals).isPresent()) {
            inside = decoded(inside).orElse("");
        }
        return isPlain(type, inside) ? inside : BlockText.of(inside);
    }

    /** What Atom calls plain is so, unless it was escaped once more than it should have been. */
    private static boolean isPlain(String type, String text) {
        return type.equals("text/plain") || (type.equals("text") && text.indexOf('&') < 0);
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
