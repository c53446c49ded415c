package communique.ingest.article;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Main text by the scoring that browsers' reader views use; where that finds too little, the element the page itself
 * marks as its article.
 */
final class ReadableText implements MainText {
    private static final Logger LOG = LoggerFactory.getLogger(ReadableText.class);
    /**
     * Scoring climbs from elements to the root and takes elements out from among their siblings, so what a page costs
     * grows with depths and with the square of siblings. A page of 5,000 elements 20 deep has 100,000 steps; the most
     * allowed were seen to take two seconds.
     */
    private static final long MOST_STEPS = 500_000;

    private static final int SIBLINGS_A_STEP = 100;

    /** The library cannot do without an address. */
    private static final String NOWHERE = "https://page.invalid/";

    private static final int SHORTEST_TEXT = 80;
    private static final String MARKED = "[itemprop=articleBody], article, main, [role=main]";

    @Override
    public Optional<String> in(Document page, Optional<String> title) {
        Optional<String> marked = marked(page);
        Optional<String> scored = steps(page) > MOST_STEPS ? Optional.empty() : scored(page, title);
        return scored.filter(text -> text.length() >= SHORTEST_TEXT)
                .or(() -> marked)
                .or(() -> scored);
    }

    private static Optional<String> scored(Document page, Optional<String> title) {
        try {
            Clutter.mark(page);
            String address = page.baseUri().isEmpty() ? NOWHERE : page.baseUri();
            Optional<Element> content =
                    Optional.ofNullable(new Readability4J(address, page).parse().getArticleContent());
            content.ifPresent(article -> Clutter.strip(article, title));
            return content.map(BlockText::of).filter(text -> !text.isEmpty());
        } catch (RuntimeException e) {
            // The library gives up on some markup with an exception of no particular kind.
            LOG.debug("scoring failed", e);
            return Optional.empty();
        }
    }

    private static long steps(Document page) {
        AtomicLong steps = new AtomicLong();
        page.traverse((node, depth) -> {
            if (node instanceof Element element && element.parent() != null) {
                steps.addAndGet(depth + element.parent().childNodeSize() / SIBLINGS_A_STEP);
            }
        });
        return steps.get();
    }

    private static Optional<String> marked(Document page) {
        return Optional.ofNullable(page.selectFirst(MARKED))
                .or(() -> Optional.of(page.body()))
                .map(BlockText::of)
                .filter(text -> !text.isEmpty());
    }
}
