package communique.ingest.feed;

import communique.kit.config.YamlFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The feeds to poll, as a YAML file lists them.
 *
 * @param sources the feeds; no two have the same id
 */
public record SourceList(List<FeedSource> sources) {
    /** Checks what one source alone cannot know. */
    public SourceList {
        sources = sources == null ? List.of() : List.copyOf(sources);
        Set<String> ids = new HashSet<>();
        for (FeedSource source : sources) {
            if (!ids.add(source.id())) {
                throw new IllegalArgumentException("id '" + source.id() + "' is given twice");
            }
        }
    }

    /**
     * Reads a file.
     *
     * @throws communique.kit.config.InvalidConfigException naming the place in the file and the mend
     */
    public static SourceList read(Path file) {
        return YamlFile.read(file, SourceList.class);
    }
}
