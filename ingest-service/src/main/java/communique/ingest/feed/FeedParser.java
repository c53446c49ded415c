package communique.ingest.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import communique.ingest.article.RejectionReason;
import communique.ingest.article.TextDecoder;
import communique.ingest.fetch.FetchReason;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;

/**
 * Reads RSS of all versions and Atom. Whatever the bytes, it ends with entries or a named reason, and nothing but the
 * bytes is read.
 */
final class FeedParser {
    /** Feeds nest some ten deep; writing embedded markup out again needs a stack as deep as the nesting. */
    private static final String DEEPEST = "200";

    private static final String DEPTH_LIMIT = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final int SNIFFED = 1000;

    /**
     * Reads a feed.
     *
     * @param charset encoding the transport declares
     * @param url where it was found, to resolve relative addresses
     */
    ParsedFeed parse(byte[] body, Optional<String> charset, String url) {
        return TextDecoder.markup(body, charset).either(text -> read(text, url), why -> {
            FetchReason reason = why.reason() == RejectionReason.EMPTY ? FetchReason.EMPTY : FetchReason.PARSE_ERROR;
            return new ParsedFeed.Unreadable(reason, why.detail());
        });
    }

    private static ParsedFeed read(String text, String url) {
        if (text.isBlank()) {
            return new ParsedFeed.Unreadable(FetchReason.EMPTY, "there is nothing but blanks in it");
        }
        try {
            Document document = builder().build(new StringReader(XmlCleaner.clean(text)));
            SyndFeed feed = new SyndFeedInput(false, Locale.US).build(document);
            return new ParsedFeed.Entries(new EntryReader(feed, language(document, feed), url).entries());
        } catch (JDOMException | IOException | FeedException e) {
            return unreadable(text, e);
        } catch (RuntimeException e) {
            // ROME answers some malformed values with exceptions of no particular kind.
            return unreadable(text, e);
        }
    }

    private static Optional<String> language(Document document, SyndFeed feed) {
        return Optional.ofNullable(feed.getLanguage())
                .or(() -> Optional.ofNullable(
                        document.getRootElement().getAttributeValue("lang", Namespace.XML_NAMESPACE)));
    }

    private static ParsedFeed unreadable(String text, Exception e) {
        String head = text.substring(0, Math.min(SNIFFED, text.length())).toLowerCase(Locale.ROOT);
        boolean html = head.contains("<html") || head.contains("<!doctype html");
        return new ParsedFeed.Unreadable(
                html ? FetchReason.HTML : FetchReason.PARSE_ERROR,
                html ? "it is a web page" : String.valueOf(e.getMessage()));
    }

    private static SAXBuilder builder() {
        SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setFeature(NO_DOCTYPE, true);
        builder.setProperty(DEPTH_LIMIT, DEEPEST);
        builder.setExpandEntities(false);
        return builder;
    }
}
