package communique.alert.rule;

import communique.alert.rule.WatchRule.Objection;
import communique.kit.config.YamlFile;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Outcome;
import communique.schemas.v1.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All watch rules of a deployment.
 *
 * @param rules the rules, in the order of the file
 * @param tiers named groups of sources the rules may refer to
 */
public record WatchRules(List<WatchRule> rules, Map<String, List<String>> tiers) {
    /** Objections told of in one decision. */
    private static final int TOLD = 3;

    private static final String DEFAULT = "/communique/alert/rules.yaml";

    /** Checks itself. */
    public WatchRules {
        if (rules == null || rules.isEmpty()) {
            throw new IllegalArgumentException("rules must list at least one rule");
        }
        Set<String> ids = new HashSet<>();
        rules.stream().filter(rule -> !ids.add(rule.id())).findFirst().ifPresent(rule -> {
            throw new IllegalArgumentException("two rules are called '" + rule.id() + "'");
        });
        rules = List.copyOf(rules);
        Map<String, List<String>> known = Objects.requireNonNullElse(tiers, Map.of());
        rules.forEach(rule -> rule.sources().tiers().forEach(tier -> checkTier(rule, tier, known)));
        tiers = Map.copyOf(known);
    }

    private static void checkTier(WatchRule rule, String tier, Map<String, List<String>> known) {
        if (!known.containsKey(tier)) {
            throw new IllegalArgumentException("rule " + rule.id() + " names tier '" + tier + "'; the file defines "
                    + (known.isEmpty() ? "none, under the key tiers" : known.keySet()));
        }
    }

    /** Reads a file, or the default where none is given. */
    public static WatchRules read(Optional<Path> file) {
        return file.map(path -> YamlFile.read(path, WatchRules.class)).orElseGet(WatchRules::standard);
    }

    private static WatchRules standard() {
        try (InputStream stream = WatchRules.class.getResourceAsStream(DEFAULT)) {
            return YamlFile.read(
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8), "rules.yaml", WatchRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every state some rule listens to, each once. */
    public List<String> speakers() {
        return rules.stream().flatMap(rule -> rule.by().stream()).distinct().toList();
    }

    /** Every country some rule watches, each once. */
    public List<String> countries() {
        return rules.stream().flatMap(rule -> rule.about().stream()).distinct().toList();
    }

    /** The watched countries an article has a statement about that matches a rule, each once. */
    public List<String> watchedIn(EnrichedArticle article) {
        return rules.stream()
                .flatMap(rule -> rule.about().stream()
                        .filter(about ->
                                !rule(rule, about, article).statements().isEmpty()))
                .distinct()
                .toList();
    }

    /** The rules an article matches about one country. */
    public List<Match> matches(EnrichedArticle article, String about) {
        return rules.stream()
                .filter(rule -> rule.about().contains(about))
                .map(rule -> rule(rule, about, article))
                .filter(match -> !match.statements().isEmpty())
                .toList();
    }

    private Match rule(WatchRule rule, String about, EnrichedArticle article) {
        return new Match(
                rule,
                article.getStatements().stream()
                        .filter(s -> WatchRule.isAbout(s, about)
                                && rule.objection(s, article, tiers).isEmpty())
                        .toList());
    }

    /** Why an article matches no rule. */
    public Silence silence(EnrichedArticle article) {
        List<Statement> statements = article.getStatements();
        if (statements.isEmpty()) {
            return new Silence(Outcome.NO_STATEMENT, "no state makes a statement in it");
        }
        List<Statement> by = statements.stream()
                .filter(s -> rules.stream().anyMatch(rule -> rule.isBy(s)))
                .toList();
        List<Statement> both = by.stream()
                .filter(s -> rules.stream().anyMatch(rule -> rule.isBy(s) && isAboutAny(rule, s)))
                .toList();
        if (!both.isEmpty()) {
            return objections(both, article);
        }
        boolean aboutWatched = statements.stream().anyMatch(s -> rules.stream().anyMatch(rule -> isAboutAny(rule, s)));
        if (aboutWatched || by.isEmpty()) {
            return new Silence(Outcome.NOT_BY, "the speakers are " + distinct(statements, WatchRules::speakersOf));
        }
        return new Silence(
                Outcome.NOT_ABOUT, "watched states speak, about " + distinct(by, s -> s.getAbout().stream()));
    }

    /** What the rules have against statements that are by the right states about the right countries. */
    private Silence objections(List<Statement> statements, EnrichedArticle article) {
        List<Objection> all = statements.stream()
                .flatMap(s -> rules.stream()
                        .filter(rule -> rule.isBy(s) && isAboutAny(rule, s))
                        .flatMap(rule -> rule.objection(s, article, tiers).stream()))
                .distinct()
                .toList();
        Outcome outcome = all.stream().anyMatch(one -> one.outcome() == Outcome.NOT_WANTED)
                ? Outcome.NOT_WANTED
                : Outcome.BELOW_CONFIDENCE;
        return new Silence(
                outcome,
                all.stream()
                        .filter(one -> one.outcome() == outcome)
                        .limit(TOLD)
                        .map(Objection::reason)
                        .collect(Collectors.joining("; ")));
    }

    private static boolean isAboutAny(WatchRule rule, Statement statement) {
        return rule.about().stream().anyMatch(about -> WatchRule.isAbout(statement, about));
    }

    private static Stream<String> speakersOf(Statement statement) {
        return statement.getSpeakers().stream().map(speaker -> speaker.getCountry());
    }

    private static String distinct(List<Statement> statements, Function<Statement, Stream<String>> part) {
        return statements.stream().flatMap(part).distinct().sorted().collect(Collectors.joining(", "));
    }

    /**
     * A rule and what matches it.
     *
     * @param rule the rule
     * @param statements the matching statements, in text order
     */
    public record Match(WatchRule rule, List<Statement> statements) {}

    /**
     * Why nothing came of an article.
     *
     * @param outcome the kind of reason
     * @param reason in words
     */
    public record Silence(Outcome outcome, String reason) {}
}
