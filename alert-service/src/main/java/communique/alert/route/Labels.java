package communique.alert.route;

import communique.schemas.v1.Alert;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Speaker;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What matchers and groups can ask of an alert: by name, none, one or several values. */
public final class Labels {
    private static final Map<String, Function<Alert, Stream<String>>> KNOWN = Map.ofEntries(
            Map.entry("alert", alert -> Stream.of(alert.getId())),
            Map.entry("story", alert -> Stream.of(alert.getStoryId())),
            Map.entry("rule", alert -> Stream.of(alert.getRule())),
            Map.entry("severity", alert -> Stream.of(alert.getSeverity())),
            Map.entry("about", alert -> Stream.of(alert.getAbout())),
            Map.entry("speaker", alert -> alert.getSpeakers().stream()),
            Map.entry("topic", alert -> alert.getTopics().stream()),
            Map.entry("kind", alert -> Stream.of(word(alert.getKind()))),
            Map.entry("novelty", alert -> Stream.of(word(alert.getNovelty()))),
            Map.entry("person", alert -> speakers(alert, Speaker::getPerson)),
            Map.entry("office", alert -> speakers(alert, Speaker::getOffice)),
            Map.entry(
                    "source",
                    alert -> sources(alert).map(source -> source.getSource().getId())),
            Map.entry(
                    "official",
                    alert -> sources(alert)
                            .map(source -> String.valueOf(source.getSource().getOfficial()))),
            Map.entry("language", alert -> sources(alert).flatMap(source -> source.getLanguage().stream())));

    private Labels() {}

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Stream<String> speakers(Alert alert, Function<Speaker, Optional<String>> part) {
        return alert.getStatements().stream()
                .flatMap(statement -> statement.getSpeakers().stream())
                .map(part)
                .flatMap(Optional::stream);
    }

    private static Stream<ArticleRef> sources(Alert alert) {
        return alert.getSources().stream();
    }

    /** The names there are, in order. */
    public static List<String> names() {
        return KNOWN.keySet().stream().sorted().toList();
    }

    /**
     * Complains about a name that is none.
     *
     * @throws IllegalArgumentException with the names there are
     */
    static void check(Collection<String> names) {
        names.stream().filter(name -> !KNOWN.containsKey(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("'" + name + "' is no label of an alert; there are " + names());
        });
    }

    /** The values an alert has under a name, each once. */
    static List<String> of(Alert alert, String name) {
        return KNOWN.get(name).apply(alert).distinct().toList();
    }

    /** What alerts of one group have in common, such as {@code story=x about=AF}. */
    static String group(Alert alert, List<String> by) {
        return by.stream()
                .map(name -> name + "=" + of(alert, name).stream().sorted().collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }
}
