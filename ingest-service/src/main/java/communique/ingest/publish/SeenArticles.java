package communique.ingest.publish;

import communique.schemas.v1.RawArticle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Remembers which articles were sent, with which content. Bounded: the article not met for longest is forgotten first.
 * About 150 bytes for each. Safe for use by many threads.
 */
public final class SeenArticles {
    /** Digests instead of texts: a third of the memory. */
    private final Map<UUID, UUID> contents;

    /**
     * Nothing remembered yet.
     *
     * @param most how many articles to remember
     */
    public SeenArticles(int most) {
        this.contents = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, UUID> eldest) {
                return size() > most;
            }
        };
    }

    /** Remembers what was sent. */
    public synchronized void add(RawArticle article) {
        contents.put(digest(article.getId()), contentOf(article));
    }

    /** What the topic says of an article; null where it was deleted. */
    public synchronized void restore(String id, RawArticle article) {
        if (article == null) {
            contents.remove(digest(id));
        } else {
            add(article);
        }
    }

    /** Whether exactly this was sent. */
    public synchronized boolean contains(RawArticle article) {
        return contentOf(article).equals(contents.get(digest(article.getId())));
    }

    /** Whether an article of this id was sent, with whatever content. */
    public synchronized boolean contains(String id) {
        return contents.get(digest(id)) != null;
    }

    /** How many are remembered. */
    public synchronized int size() {
        return contents.size();
    }

    /** Taking an article back changes it, even where its text stays. */
    private static UUID contentOf(RawArticle article) {
        return digest(article.getContentHash() + article.getRetracted());
    }

    private static UUID digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
