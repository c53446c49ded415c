package communique.alert.story;

import communique.analysis.novelty.Fingerprint;
import communique.schemas.state.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The open stories about one country. */
public interface OpenStories {
    /** At least all stories with a report that tells what an article of a day tells; it may be more. */
    Iterable<Story> like(Fingerprint print, Optional<LocalDate> day);

    /** The stories an article is part of; several where it was changed. */
    List<Story> carrying(String articleId);

    /** A few stories that need no index. */
    static OpenStories of(List<Story> stories) {
        return new OpenStories() {
            @Override
            public Iterable<Story> like(Fingerprint print, Optional<LocalDate> day) {
                return stories;
            }

            @Override
            public List<Story> carrying(String articleId) {
                return stories.stream()
                        .filter(story -> StoryIndex.articles(story).contains(articleId))
                        .toList();
            }
        };
    }
}
