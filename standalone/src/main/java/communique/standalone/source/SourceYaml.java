package communique.standalone.source;

import communique.ingest.feed.FeedSource;
import java.util.List;
import java.util.stream.Collectors;

/** Writes lists of sources in the form ingest reads them. */
final class SourceYaml {
    private SourceYaml() {}

    static String of(List<FeedSource> sources) {
        return "sources:\n" + sources.stream().map(SourceYaml::of).collect(Collectors.joining());
    }

    private static String of(FeedSource source) {
        return "  - id: " + source.id() + "\n    url: " + quoted(source.url()) + "\n    name: "
                + quoted(source.outlet().getName()) + "\n"
                + source.language()
                        .map(code -> "    language: " + quoted(code) + "\n")
                        .orElse("")
                + "    verified: " + source.verified() + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.replaceAll("\\s+", " ").replace("'", "''") + "'";
    }
}
