package communique.ingest.article;

import communique.analysis.text.PlainPage;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Takes web pages apart: HTML, and plain text that was saved from one. */
public final class PageReader {
    private final MainText mainText = new ReadableText();

    /**
     * Reads an HTML page.
     *
     * @param address where the page was found
     */
    public Verdict<Page> html(String html, Optional<String> address) {
        Document document = address.flatMap(CanonicalUrl::of)
                .map(base -> Jsoup.parse(html, base))
                .orElseGet(() -> Jsoup.parse(html));
        PageMetadata metadata = PageMetadata.of(document, address);
        String everything = BlockText.of(document.body());
        Optional<String> body = mainText.in(document, metadata.title());
        if (body.isEmpty()) {
            return Verdict.unfit(RejectionReason.NO_MAIN_TEXT, "there is no article on the page");
        }
        Optional<Dated> published = metadata.published()
                .or(() -> PlainPage.read(everything).published().map(Dated::byText));
        return Verdict.fit(new Page(
                new Content(
                        metadata.url(),
                        metadata.title(),
                        body.get(),
                        metadata.language(),
                        metadata.author(),
                        published),
                metadata.site()));
    }

    /** Reads plain text; title, date and body are found in the text itself. */
    public Content text(String text) {
        PlainPage page = PlainPage.read(text);
        return new Content(
                Optional.empty(),
                page.title(),
                page.body(),
                Optional.empty(),
                Optional.empty(),
                page.published().map(Dated::byText));
    }
}
