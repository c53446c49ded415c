package communique.ingest.archive;

import communique.ingest.publish.Received;
import java.util.List;

/**
 * What became of files.
 *
 * @param items every article, and every file or line that held none, in the order they were read
 */
public record IngestReport(List<Item> items) {
    /**
     * One of them.
     *
     * @param name file, relative to what was asked for; with a colon and the line where a file holds many
     * @param received what became of it
     */
    public record Item(String name, Received received) {}

    /** Keeps a copy. */
    public IngestReport {
        items = List.copyOf(items);
    }

    /** Ids of the articles that were new, in order. */
    public List<String> accepted() {
        return items.stream()
                .map(Item::received)
                .filter(Received.Accepted.class::isInstance)
                .map(received -> ((Received.Accepted) received).id())
                .toList();
    }

    /** Ids of the articles that were known already, in order. */
    public List<String> duplicates() {
        return items.stream()
                .map(Item::received)
                .filter(Received.Duplicate.class::isInstance)
                .map(received -> ((Received.Duplicate) received).id())
                .toList();
    }

    /** What could not be taken in. */
    public List<Item> rejected() {
        return items.stream()
                .filter(item -> item.received() instanceof Received.Rejected)
                .toList();
    }
}
