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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All watch rules of a deployment. Immutable; what a record costs grows with the rules it may match, not with all. */
public final class WatchRules {
    /** Objections told of in one decision. */
    private static final int TOLD = 3;

    private static final String DEFAULT = "/communique/alert/rules.yaml";

    private final List<WatchRule> rules;
    private final Map<String, List<String>> tiers;
    private final RuleIndex index;

    private WatchRules(RulesFile file) {
        rules = file.rules();
        tiers = file.tiers();
        index = new RuleIndex(rules);
    }

    /** Reads a file, or the default where none is given. */
    public static WatchRules read(Optional<Path> file) {
        return file.map(path -> new WatchRules(YamlFile.read(path, RulesFile.class)))
                .orElseGet(WatchRules::standard);
    }

    /**
     * Reads the text of a file.
     *
     * @param name what to call it in messages
     */
    public static WatchRules read(String yaml, String name) {
        return new WatchRules(YamlFile.read(yaml, name, RulesFile.class));
    }

    private static WatchRules standard() {
        try (InputStream stream = WatchRules.class.getResourceAsStream(DEFAULT)) {
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8), "rules.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules, in the order of the file. */
    public List<WatchRule> rules() {
        return rules;
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
        return index.candidates(article.getStatements()).stream()
                .flatMap(rule -> rule.about().stream()
                        .filter(about ->
                                !rule(rule, about, article).statements().isEmpty()))
                .distinct()
                .toList();
    }

    /** The rules an article matches about one country. */
    public List<Match> matches(EnrichedArticle article, String about) {
        return index.candidates(article.getStatements()).stream()
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
        List<Statement> by = statements.stream().filter(index::listensTo).toList();
        List<Statement> both =
                by.stream().filter(s -> !index.candidates(List.of(s)).isEmpty()).toList();
        if (!both.isEmpty()) {
            return objections(both, article);
        }
        if (by.isEmpty() || statements.stream().anyMatch(index::watches)) {
            return new Silence(Outcome.NOT_BY, "the speakers are " + distinct(statements, WatchRules::speakersOf));
        }
        return new Silence(
                Outcome.NOT_ABOUT, "watched states speak, about " + distinct(by, s -> s.getAbout().stream()));
    }

    /** What the rules have against statements that are by the right states about the right countries. */
    private Silence objections(List<Statement> statements, EnrichedArticle article) {
        List<Objection> all = statements.stream()
                .flatMap(s -> index.candidates(List.of(s)).stream()
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
