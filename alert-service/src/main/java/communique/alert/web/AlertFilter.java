package communique.alert.web;

import communique.alert.view.AlertJson;
import communique.alert.view.AlertJson.SourceJson;
import communique.alert.view.AlertJson.StatementJson;
import communique.alert.web.RecentAlerts.Row;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which alerts somebody wants to see. What is left empty does not matter.
 *
 * @param by states of which one must speak
 * @param about countries of which it must be one
 * @param topics codes of which it must have one
 * @param rules ids of which it must be one
 * @param severities of which it must be one
 * @param words all of which must be somewhere in it, in small letters
 * @param from published no earlier
 * @param to published earlier
 */
record AlertFilter(
        Set<String> by,
        Set<String> about,
        Set<String> topics,
        Set<String> rules,
        Set<String> severities,
        List<String> words,
        Optional<Instant> from,
        Optional<Instant> to) {
    private static final int MOST_WORDS = 10;

    static final AlertFilter ALL = of(name -> null);

    /**
     * Reads it from the parameters of an address.
     *
     * @throws IllegalArgumentException where a time is none
     */
    static AlertFilter of(Function<String, String> parameter) {
        return new AlertFilter(
                set(parameter.apply("by")),
                set(parameter.apply("about")),
                set(parameter.apply("topic")),
                set(parameter.apply("rule")),
                set(parameter.apply("severity")),
                words(parameter.apply("q")),
                time(parameter.apply("from"), "from"),
                time(parameter.apply("to"), "to"));
    }

    private static Set<String> set(String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(",", -1))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.toSet());
    }

    private static List<String> words(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+", MOST_WORDS))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    static Optional<Instant> time(String text, String name) {
        try {
            return Optional.ofNullable(text).filter(some -> !some.isBlank()).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is a time such as 2026-03-04T12:00:00Z", e);
        }
    }

    /** Whether somebody wants an alert, as far as that can be said without reading it. */
    boolean accepts(Row alert) {
        return (by.isEmpty() || !Collections.disjoint(by, alert.speakers()))
                && (about.isEmpty() || about.contains(alert.about()))
                && (topics.isEmpty() || !Collections.disjoint(topics, alert.topics()))
                && (rules.isEmpty() || rules.contains(alert.rule()))
                && (severities.isEmpty() || severities.contains(alert.severity()))
                && from.filter(alert.published()::isBefore).isEmpty()
                && to.filter(time -> !alert.published().isBefore(time)).isEmpty();
    }

    /** Whether an alert must be read to say whether somebody wants it. */
    boolean hasWords() {
        return !words.isEmpty();
    }

    /** Whether the words are in an alert. */
    boolean finds(AlertJson alert) {
        if (words.isEmpty()) {
            return true;
        }
        String all = Stream.of(
                        Stream.of(alert.headline(), alert.id()),
                        alert.statements().stream().flatMap(AlertFilter::texts),
                        alert.sources().stream().flatMap(AlertFilter::texts))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    private static Stream<String> texts(StatementJson statement) {
        return Stream.of(statement.text(), statement.person(), statement.office());
    }

    private static Stream<String> texts(SourceJson source) {
        return Stream.of(source.source(), source.title());
    }
}
