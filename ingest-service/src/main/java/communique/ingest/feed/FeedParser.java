package communique.ingest.feed;

import communique.ingest.article.RejectionReason;
import communique.ingest.article.TextDecoder;
import communique.ingest.fetch.FetchReason;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads feeds of every form. Whatever the bytes, it ends with entries or a named reason, and nothing but the bytes is
 * read.
 */
public final class FeedParser {
    private static final int SNIFFED = 1000;

    /**
     * Reads a feed.
     *
     * @param charset encoding the transport declares
     * @param url where it was found, to resolve relative addresses
     */
    public ParsedFeed parse(byte[] body, Optional<String> charset, String url) {
        return TextDecoder.markup(body, charset).either(text -> read(text, url), why -> {
            FetchReason reason = why.reason() == RejectionReason.EMPTY ? FetchReason.EMPTY : FetchReason.PARSE_ERROR;
            return new ParsedFeed.Unreadable(reason, why.detail());
        });
    }

    private static ParsedFeed read(String text, String url) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return new ParsedFeed.Unreadable(FetchReason.EMPTY, "there is nothing but blanks in it");
        }
        if (stripped.charAt(0) == '{') {
            return new JsonFeed(url).read(stripped);
        }
        return new XmlFeed(url).read(text).orElseGet(() -> other(stripped, url));
    }

    private static ParsedFeed other(String text, String url) {
        String head = text.substring(0, Math.min(SNIFFED, text.length())).toLowerCase(Locale.ROOT);
        boolean html = head.contains("<html") || head.contains("<!doctype html") || head.contains("<head");
        return html
                ? new ParsedFeed.WebPage(FeedLinks.in(text, url))
                : new ParsedFeed.Unreadable(FetchReason.PARSE_ERROR, "it is no feed of any known form");
    }
}
