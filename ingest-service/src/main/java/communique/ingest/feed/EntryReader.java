package communique.ingest.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import communique.ingest.article.BlockText;
import communique.ingest.article.CanonicalUrl;
import communique.ingest.article.Content;
import communique.ingest.article.Dated;
import communique.ingest.article.Outlet;
import communique.schemas.v1.Source;
import java.net.URI;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the entries out of a feed that ROME has read. */
final class EntryReader {
    /** Two entries at one address are a report and its correction; more are a front page. */
    private static final int SHARED = 3;

    private final SyndFeed feed;
    private final Optional<String> language;
    private final String url;

    EntryReader(SyndFeed feed, Optional<String> language, String url) {
        this.feed = feed;
        this.language = language;
        this.url = url;
    }

    /** The entries. Feeds that link to their front page, or one page for all, give no entry an address of its own. */
    List<FeedEntry> entries() {
        List<FeedEntry> entries = feed.getEntries().stream().map(this::entry).toList();
        Map<String, Set<String>> namesAt = entries.stream()
                .filter(entry -> entry.content().url().isPresent())
                .collect(Collectors.groupingBy(
                        entry -> entry.content().url().get(),
                        Collectors.mapping(entry -> entry.guid().orElse(""), Collectors.toSet())));
        Optional<String> home = text(feed.getLink()).flatMap(CanonicalUrl::of);
        return entries.stream()
                .map(entry -> entry.content()
                                .url()
                                .filter(link -> CanonicalUrl.of(link).equals(home)
                                        || namesAt.get(link).size() >= SHARED)
                                .isPresent()
                        ? new FeedEntry(entry.guid(), entry.content().withUrl(Optional.empty()), entry.outlet())
                        : entry)
                .toList();
    }

    private FeedEntry entry(SyndEntry entry) {
        Optional<String> guid = text(entry.getUri());
        Optional<String> link = text(entry.getLink())
                .flatMap(this::resolve)
                .or(() -> guid.filter(name -> CanonicalUrl.of(name).isPresent()));
        Content content = new Content(
                link,
                Optional.ofNullable(entry.getTitleEx()).map(EntryReader::text),
                body(entry),
                language,
                text(entry.getAuthor()),
                date(entry.getPublishedDate()).or(() -> date(entry.getUpdatedDate())));
        return new FeedEntry(guid, content, outlet(entry));
    }

    /** The longest of the full contents, else the summary. */
    private static String body(SyndEntry entry) {
        return entry.getContents().stream()
                .map(EntryReader::text)
                .max(Comparator.comparingInt(String::length))
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(entry.getDescription()).map(EntryReader::text))
                .orElse("");
    }

    /** Text of a construct. What Atom calls plain is so, unless it was escaped once more than it should have been. */
    private static String text(SyndContent content) {
        String value = content.getValue() == null ? "" : content.getValue();
        String type = content.getType() == null ? "" : content.getType().toLowerCase(Locale.ROOT);
        boolean plain = type.equals("text/plain") || (type.equals("text") && value.indexOf('&') < 0);
        return plain ? value : BlockText.of(value);
    }

    private static Optional<Source> outlet(SyndEntry entry) {
        return Optional.ofNullable(entry.getSource()).flatMap(source -> {
            Optional<String> name = text(source.getTitle());
            Optional<String> home = text(source.getLink()).or(() -> text(source.getUri()));
            return Outlet.at(home, name).or(() -> name.map(given -> Outlet.named(given, given)));
        });
    }

    private Optional<String> resolve(String address) {
        if (CanonicalUrl.of(address).isPresent()) {
            return Optional.of(address);
        }
        try {
            return Optional.of(URI.create(url).resolve(address.strip()).toString())
                    .filter(resolved -> CanonicalUrl.of(resolved).isPresent());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Dated> date(Date date) {
        return Optional.ofNullable(date).map(known -> Dated.byMetadata(known.toInstant()));
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
