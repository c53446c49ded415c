package communique.ingest.feed;

import communique.ingest.article.CanonicalUrl;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes back names that name nothing: an address or a guid that several entries of a feed share would make one article
 * of them all.
 */
final class EntryNames {
    /** Two entries at one address are a report and its correction; more are a front page. */
    private static final int SHARED = 3;

    private EntryNames() {}

    /**
     * The entries, each with names that are its own.
     *
     * @param home canonical address of the front page the feed belongs to
     */
    static List<FeedEntry> settle(List<FeedEntry> entries, Optional<String> home) {
        Map<String, Long> guids = count(entries, entry -> entry.guid().orElse(null));
        Map<String, Long> links = count(entries, EntryNames::linkAndGuid, EntryNames::canonical);
        return entries.stream().map(entry -> settle(entry, guids, links, home)).toList();
    }

    private static FeedEntry settle(
            FeedEntry entry, Map<String, Long> guids, Map<String, Long> links, Optional<String> home) {
        Optional<String> link = Optional.ofNullable(canonical(entry));
        boolean ofAll = link.isPresent() && (link.equals(home) || links.getOrDefault(link.get(), 0L) >= SHARED);
        boolean sharesGuid = entry.guid().filter(guid -> guids.get(guid) > 1).isPresent();
        return new FeedEntry(
                entry.guid().filter(guid -> !sharesGuid),
                ofAll ? entry.content().withUrl(Optional.empty()) : entry.content(),
                entry.outlet());
    }

    private static Map<String, Long> count(List<FeedEntry> entries, Function<FeedEntry, String> name) {
        return entries.stream()
                .map(name)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** How many different entries are at each address: the same entry twice is one. */
    private static Map<String, Long> count(
            List<FeedEntry> entries, Function<FeedEntry, String> identity, Function<FeedEntry, String> name) {
        return entries.stream()
                .filter(entry -> name.apply(entry) != null)
                .collect(Collectors.toMap(identity, name, (one, other) -> one))
                .values()
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String linkAndGuid(FeedEntry entry) {
        return canonical(entry) + "\n" + entry.guid().orElse("");
    }

    private static String canonical(FeedEntry entry) {
        return entry.content().url().flatMap(CanonicalUrl::of).orElse(null);
    }
}
