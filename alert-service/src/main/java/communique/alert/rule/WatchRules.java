package communique.alert.rule;

import communique.kit.config.YamlFile;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Outcome;
import communique.schemas.v1.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All watch rules of a deployment.
 *
 * @param rules the rules, in the order of the file
 */
public record WatchRules(List<WatchRule> rules) {
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

    private static Match rule(WatchRule rule, String about, EnrichedArticle article) {
        return new Match(
                rule,
                article.getStatements().stream()
                        .filter(s -> rule.isBy(s) && WatchRule.isAbout(s, about) && rule.isSure(s))
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
            double surest =
                    both.stream().mapToDouble(Statement::getConfidence).max().orElse(0);
            return new Silence(Outcome.BELOW_CONFIDENCE, "the surest statement has confidence " + surest);
        }
        boolean aboutWatched = statements.stream().anyMatch(s -> rules.stream().anyMatch(rule -> isAboutAny(rule, s)));
        if (aboutWatched || by.isEmpty()) {
            return new Silence(Outcome.NOT_BY, "the speakers are " + distinct(statements, WatchRules::speakersOf));
        }
        return new Silence(
                Outcome.NOT_ABOUT, "watched states speak, about " + distinct(by, s -> s.getAbout().stream()));
    }

    private static boolean isAboutAny(WatchRule rule, Statement statement) {
        return rule.about().stream().anyMatch(about -> WatchRule.isAbout(statement, about));
    }

    private static Stream<String> speakersOf(Statement statement) {
        return statement.getSpeakers().stream().map(speaker -> speaker.getCountry());
    }

    private static String distinct(
            List<Statement> statements, java.util.function.Function<Statement, Stream<String>> part) {
        return String.join(
                ", ",
                new ArrayList<>(new java.util.TreeSet<>(
                        statements.stream().flatMap(part).toList())));
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
