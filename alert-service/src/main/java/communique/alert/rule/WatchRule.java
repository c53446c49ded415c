package communique.alert.rule;

import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Outcome;
import communique.schemas.v1.Speaker;
import communique.schemas.v1.Statement;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose statements about whom raise an alert. What a rule leaves out does not matter to it.
 *
 * @param id unique name
 * @param by the speaking states, ISO 3166-1 alpha-2, in the order alerts list them
 * @param offices offices of which the speaker must hold one, such as foreign-minister
 * @param people names of which the speaker must have one, in their usual English form
 * @param about the watched countries, ISO 3166-1 alpha-2
 * @param topics codes of which the statement must carry one, see docs/taxonomy.md
 * @param sources the outlets listened to
 * @param languages of the article, BCP 47, such as fa; matches fa-AF too
 * @param minConfidence least confidence of a statement, 0 to 1; 0.5 where not given
 * @param novelty what people are told of; everything but more-outlets where not given
 * @param times hours in which the article must have been published
 * @param severity passed on to the alert; notice where not given
 */
public record WatchRule(
        String id,
        List<String> by,
        List<String> offices,
        List<String> people,
        List<String> about,
        List<String> topics,
        SourceFilter sources,
        List<String> languages,
        Double minConfidence,
        Set<NewsKind> novelty,
        List<TimeWindow> times,
        String severity) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern SEVERITY = Pattern.compile("[a-z][a-z-]{0,19}");
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final double DEFAULT_CONFIDENCE = 0.5;

    /** Checks itself. */
    public WatchRule {
        require(
                id != null && ID.matcher(id).matches(),
                "id must be small letters, digits and hyphens, such as powers-on-afghanistan");
        by = states(by, "by");
        offices = copy(offices);
        people = copy(people);
        about = states(about, "about");
        topics = copy(topics);
        sources = Objects.requireNonNullElse(sources, SourceFilter.ALL);
        languages = copy(languages);
        minConfidence = Objects.requireNonNullElse(minConfidence, DEFAULT_CONFIDENCE);
        require(minConfidence >= 0 && minConfidence <= 1, "minConfidence must be between 0 and 1");
        require(novelty == null || !novelty.isEmpty(), "novelty must list at least one kind, such as new-story");
        novelty = Collections.unmodifiableSet(EnumSet.copyOf(Objects.requireNonNullElse(novelty, NewsKind.USUAL)));
        require(
                !novelty.equals(Set.of(NewsKind.MORE_OUTLETS)),
                "novelty: more-outlets tells of an alert that is there; list another kind with it, such as new-story");
        times = copy(times);
        severity = Objects.requireNonNullElse(severity, "notice");
        require(SEVERITY.matcher(severity).matches(), "severity must be a short word in small letters, such as urgent");
    }

    private static List<String> states(List<String> codes, String key) {
        require(codes != null && !codes.isEmpty(), key + " must list at least one country, such as [CN, RU]");
        checkStates(codes, key);
        require(
                codes.stream().distinct().count() == codes.size(),
                key + " lists a country twice: " + codes + "; write each once");
        return List.copyOf(codes);
    }

    static void checkStates(List<String> codes, String key) {
        codes.forEach(code -> require(
                STATE.matcher(code).matches(), key + ": '" + code + "' is not an ISO 3166-1 alpha-2 code, such as CN"));
    }

    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The watched speakers of a statement, in the order of the rule. */
    public List<String> speakers(Statement statement) {
        return by.stream()
                .filter(state -> statement.getSpeakers().stream()
                        .anyMatch(speaker -> speaker.getCountry().equals(state) && holdsAnOffice(speaker)))
                .toList();
    }

    private boolean holdsAnOffice(Speaker speaker) {
        boolean office = offices.isEmpty()
                || speaker.getOffice().filter(offices::contains).isPresent();
        boolean person = people.isEmpty()
                || speaker.getPerson()
                        .filter(name -> people.stream().anyMatch(name::equalsIgnoreCase))
                        .isPresent();
        return office && person;
    }

    /** Whether a statement is by a state the rule listens to, whoever speaks for it. */
    boolean isBy(Statement statement) {
        return statement.getSpeakers().stream().anyMatch(speaker -> by.contains(speaker.getCountry()));
    }

    /** Whether a statement is about a country. */
    static boolean isAbout(Statement statement, String country) {
        return statement.getAbout().contains(country);
    }

    /** Whether a statement is sure enough. */
    boolean isSure(Statement statement) {
        return statement.getConfidence() >= minConfidence;
    }

    /**
     * Whether people are to be told where this is new.
     *
     * @param kind what is new
     */
    public boolean tellsOf(NewsKind kind) {
        return novelty.contains(kind);
    }

    /**
     * Why a statement does not match, besides being about the wrong country; empty where nothing stands against it.
     *
     * @param tiers groups of sources the rule may name
     */
    Optional<Objection> objection(Statement statement, EnrichedArticle article, Map<String, List<String>> tiers) {
        if (!isBy(statement)) {
            return objects(Outcome.NOT_BY, "it listens to " + String.join(", ", by));
        }
        if (!isSure(statement)) {
            return objects(
                    Outcome.BELOW_CONFIDENCE,
                    "it wants confidence " + minConfidence + ", this has " + statement.getConfidence());
        }
        if (speakers(statement).isEmpty()) {
            return objects(Outcome.NOT_WANTED, "it listens to " + wantedSpeakers());
        }
        if (!topics.isEmpty() && Collections.disjoint(topics, statement.getTopics())) {
            return objects(Outcome.NOT_WANTED, "it wants topic " + topics + ", this is on " + statement.getTopics());
        }
        return articleObjection(article, tiers);
    }

    private Optional<Objection> articleObjection(EnrichedArticle article, Map<String, List<String>> tiers) {
        if (!sources.accepts(article.getSource(), tiers)) {
            return objects(
                    Outcome.NOT_WANTED,
                    "it does not listen to source " + article.getSource().getId());
        }
        if (!languages.isEmpty() && article.getLanguage().filter(this::reads).isEmpty()) {
            return objects(
                    Outcome.NOT_WANTED,
                    "it reads " + languages + ", this is in "
                            + article.getLanguage().orElse("an unknown language"));
        }
        if (!times.isEmpty() && times.stream().noneMatch(time -> time.contains(article.getPublished()))) {
            return objects(Outcome.NOT_WANTED, "it watches " + times + ", this is of " + article.getPublished());
        }
        return Optional.empty();
    }

    private boolean reads(String language) {
        return languages.stream().anyMatch(known -> language.equals(known) || language.startsWith(known + "-"));
    }

    private String wantedSpeakers() {
        return people.isEmpty()
                ? "offices " + offices
                : "people " + people + (offices.isEmpty() ? "" : " as " + offices);
    }

    private Optional<Objection> objects(Outcome outcome, String reason) {
        return Optional.of(new Objection(outcome, "rule " + id + ": " + reason));
    }

    /**
     * What a rule has against a statement.
     *
     * @param outcome the kind of reason
     * @param reason in words
     */
    record Objection(Outcome outcome, String reason) {}
}
