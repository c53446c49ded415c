package communique.alert.story;

import communique.alert.rule.NewsKind;
import communique.alert.rule.WatchRule;
import communique.alert.view.Words;
import communique.analysis.novelty.Fingerprint;
import communique.analysis.novelty.NoveltyJudge;
import communique.analysis.novelty.NoveltyJudge.Verdict;
import communique.schemas.state.KnownStatement;
import communique.schemas.state.Story;
import communique.schemas.state.StoryReport;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Evidence;
import communique.schemas.v1.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A story while an article is being added to it. */
final class StoryDraft {
    /** Outlets an alert lists; what more carry it adds nothing to it. */
    private static final int MAX_SOURCES = 200;

    /** Sentences an alert quotes in their paragraphs. */
    private static final int MAX_EVIDENCE = 60;

    /** Numbers of articles at which a wave is told of again, where a rule asks for it. */
    private static final Set<Integer> WAVES = Set.of(3, 10, 30, 100);

    private final Story before;
    private final Optional<String> joinedBecause;
    private final EnrichedArticle article;
    private final Instant now;
    private final Map<String, Fingerprint> prints;
    private final Map<String, Alert> standing = new LinkedHashMap<>();
    /** Statements of the article that were new to a rule, by id. */
    private final Map<String, KnownStatement> remembered = new LinkedHashMap<>();

    /** The same by rule: what one rule told is still new to another. */
    private final Map<String, List<KnownStatement>> rememberedFor = new HashMap<>();

    private final List<Alert> changed = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final EvidenceReader reader;
    private boolean unwanted;

    /** A statement, and the known one it says again. */
    private record Said(Statement statement, Optional<Repeat> repeat) {
        boolean isFresh() {
            return repeat.isEmpty();
        }
    }

    private record Repeat(String id, Verdict verdict) {}

    /**
     * A draft.
     *
     * @param before the story so far; without alerts where it is new
     * @param joinedBecause why the article belongs to it; empty where it begins the story
     * @param prints fingerprints of the article's statements by id
     */
    StoryDraft(
            Story before,
            Optional<String> joinedBecause,
            EnrichedArticle article,
            Instant now,
            Map<String, Fingerprint> prints) {
        this.before = before;
        this.joinedBecause = joinedBecause;
        this.article = article;
        this.now = now;
        this.prints = prints;
        before.getAlerts().forEach(alert -> standing.put(alert.getId(), alert));
        reader = new EvidenceReader(article);
    }

    String id() {
        return before.getId();
    }

    /** The alerts raised or revised. */
    List<Alert> alerts() {
        return changed;
    }

    /** Why each alert was raised, revised or only joined. */
    String reason() {
        return String.join("; ", reasons);
    }

    /** Whether something new was said of which its rule does not want people to be told. */
    boolean isUnwanted() {
        return unwanted;
    }

    /** Adds what some states say together. */
    void tell(WatchRule rule, List<String> speakers, List<Statement> statements) {
        List<Said> said = statements.stream()
                .map(statement -> new Said(statement, repeats(rule, statement, speakers)))
                .toList();
        List<Statement> fresh =
                said.stream().filter(Said::isFresh).map(Said::statement).toList();
        String lastKnown = said.stream()
                .flatMap(one -> one.repeat().stream())
                .map(repeat -> repeat.verdict().reason())
                .reduce("", (one, other) -> other);
        String alertId = Ids.of(before.getId(), rule.id(), String.join(",", speakers));
        Alert standingAlert = standing.get(alertId);
        if (!fresh.isEmpty()) {
            tellNews(alertId, rule, speakers, said, fresh);
        } else if (standingAlert != null
                && !carries(standingAlert)
                && standingAlert.getSources().size() < MAX_SOURCES) {
            put(join(standingAlert, rule, said, "said before, " + lastKnown));
        } else {
            reasons.add(String.join(",", speakers) + " said it before, " + lastKnown);
        }
        fresh.forEach(statement -> remember(rule, statement));
    }

    private void tellNews(
            String alertId, WatchRule rule, List<String> speakers, List<Said> said, List<Statement> fresh) {
        Alert standingAlert = standing.get(alertId);
        NewsKind kind = kind(speakers, fresh);
        if (standingAlert != null) {
            put(extend(standingAlert, rule, kind, said, fresh));
        } else if (rule.tellsOf(kind)) {
            put(raise(alertId, rule, speakers, kind, said, fresh));
        } else {
            unwanted = true;
            reasons.add(String.join(",", speakers) + ": " + Words.code(kind.name()) + ", of which rule " + rule.id()
                    + " does not tell");
        }
    }

    private NewsKind kind(List<String> speakers, List<Statement> fresh) {
        if (joinedBecause.isEmpty()) {
            return NewsKind.NEW_STORY;
        }
        List<KnownStatement> theirs = before.getStatements().stream()
                .filter(earlier -> earlier.getSpeakers().containsAll(speakers))
                .toList();
        if (theirs.isEmpty()) {
            return NewsKind.NEW_SPEAKER;
        }
        Set<String> known =
                theirs.stream().flatMap(earlier -> earlier.getTopics().stream()).collect(Collectors.toSet());
        return known.containsAll(topics(fresh)) ? NewsKind.NEW_STATEMENT : NewsKind.NEW_TOPIC;
    }

    private void remember(WatchRule rule, Statement statement) {
        KnownStatement known = remembered.computeIfAbsent(
                statement.getId(),
                id -> new KnownStatement(
                        id, states(statement), List.copyOf(prints.get(id).features()), statement.getTopics()));
        rememberedFor.computeIfAbsent(rule.id(), any -> new ArrayList<>()).add(known);
    }

    /** Whether all of the speakers said it before: what one of them said alone is new when the others say it too. */
    private Optional<Repeat> repeats(WatchRule rule, Statement statement, List<String> speakers) {
        Fingerprint print = prints.get(statement.getId());
        return Stream.concat(before.getStatements().stream(), rememberedFor.getOrDefault(rule.id(), List.of()).stream())
                .filter(earlier -> earlier.getSpeakers().containsAll(speakers))
                .map(earlier -> new Repeat(
                        earlier.getId(),
                        NoveltyJudge.sameStatement(print, new Fingerprint(new TreeSet<>(earlier.getFeatures())))))
                .filter(repeat -> repeat.verdict().same())
                .findFirst();
    }

    private static List<String> states(Statement statement) {
        return statement.getSpeakers().stream()
                .map(speaker -> speaker.getCountry())
                .toList();
    }

    private void put(Alert alert) {
        standing.put(alert.getId(), alert);
        changed.add(alert);
        reasons.add(String.join(",", alert.getSpeakers()) + ": " + alert.getNoveltyReason());
    }

    private Alert raise(
            String id,
            WatchRule rule,
            List<String> speakers,
            NewsKind kind,
            List<Said> said,
            List<Statement> statements) {
        return Alert.newBuilder()
                .setId(id)
                .setRevision(1)
                .setNewsRevision(1)
                .setKind(AlertKind.NEW)
                .setRule(rule.id())
                .setSeverity(rule.severity())
                .setStoryId(before.getId())
                .setAbout(before.getAbout())
                .setSpeakers(speakers)
                .setHeadline(Headline.of(article, statements))
                .setNovelty(kind.novelty())
                .setNoveltyReason(words(kind)
                        + joinedBecause.map(because -> ", " + because).orElse(""))
                .setStatements(statements)
                .setTopics(topics(statements))
                .setSources(List.of(ArticleRefs.of(article)))
                .setPublished(article.getPublished())
                .setUpdated(article.getPublished())
                .setConfidence(confidence(statements))
                .setBackfill(article.getBackfill())
                .setEvidence(evidence(List.of(), said))
                .build();
    }

    private static String words(NewsKind kind) {
        return switch (kind) {
            case NEW_STORY -> "nothing like it was known";
            case NEW_SPEAKER -> "another speaker in a known story";
            case NEW_TOPIC -> "a known speaker speaks on another topic";
            case NEW_STATEMENT -> "a known speaker says something else";
            case MORE_OUTLETS -> "more outlets carry it";
        };
    }

    private Alert extend(Alert alert, WatchRule rule, NewsKind kind, List<Said> said, List<Statement> fresh) {
        List<Statement> all = new ArrayList<>(alert.getStatements());
        all.addAll(fresh);
        Alert.Builder next = next(alert, said)
                .setKind(AlertKind.UPDATED)
                .setNovelty(kind.novelty())
                .setNoveltyReason(words(kind) + (isForTheRecord(alert) ? ", in an article from an archive" : ""))
                .setStatements(all)
                .setTopics(topics(all))
                .setConfidence(confidence(all));
        if (rule.tellsOf(kind)) {
            return (isForTheRecord(alert) ? next : next.setNewsRevision(next.getRevision())).build();
        }
        unwanted = true;
        return tellingOfWave(next, alert, rule).build();
    }

    private Alert join(Alert alert, WatchRule rule, List<Said> said, String reason) {
        Alert.Builder next = next(alert, said).setKind(AlertKind.JOINED).setNoveltyReason(reason);
        return tellingOfWave(next, alert, rule).build();
    }

    private Alert.Builder tellingOfWave(Alert.Builder next, Alert alert, WatchRule rule) {
        int articles = next.getSources().size();
        boolean wave = WAVES.contains(articles) && articles > alert.getSources().size();
        if (wave && rule.tellsOf(NewsKind.MORE_OUTLETS) && !isForTheRecord(alert)) {
            next.setKind(AlertKind.UPDATED)
                    .setNewsRevision(next.getRevision())
                    .setNovelty(NewsKind.MORE_OUTLETS.novelty())
                    .setNoveltyReason("now in " + articles + " articles");
        }
        return next;
    }

    /** Whether the article comes from an archive and the alert does not: nobody is told of what it adds. */
    private boolean isForTheRecord(Alert alert) {
        return article.getBackfill() && !alert.getBackfill();
    }

    private Alert.Builder next(Alert alert, List<Said> said) {
        List<ArticleRef> sources = new ArrayList<>(alert.getSources());
        if (!carries(alert) && sources.size() < MAX_SOURCES) {
            sources.add(ArticleRefs.of(article));
        }
        return Alert.newBuilder(alert)
                .setRevision(alert.getRevision() + 1)
                .setSources(sources)
                .setEvidence(evidence(alert.getEvidence(), said))
                .setUpdated(article.getPublished())
                .setBackfill(alert.getBackfill() && article.getBackfill());
    }

    private List<Evidence> evidence(List<Evidence> earlier, List<Said> said) {
        List<Evidence> all = new ArrayList<>(earlier);
        said.stream()
                .map(one -> reader.of(one.statement(), one.repeat().map(Repeat::id)))
                .limit(Math.max(0, MAX_EVIDENCE - earlier.size()))
                .forEach(all::add);
        return all;
    }

    private boolean carries(Alert alert) {
        return alert.getSources().stream().anyMatch(source -> source.getId().equals(article.getId()));
    }

    private static List<String> topics(List<Statement> statements) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        statements.forEach(statement -> statement.getTopics().forEach(topic -> counts.merge(topic, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double confidence(List<Statement> statements) {
        return statements.stream().mapToDouble(Statement::getConfidence).max().orElse(0);
    }

    /** The story with the article in it. */
    Story story(StoryReport report, int keptReports) {
        List<StoryReport> reports = new ArrayList<>(before.getReports());
        boolean counted =
                reports.stream().anyMatch(known -> known.getArticleId().equals(report.getArticleId()));
        if (!counted && reports.size() < keptReports) {
            reports.add(report);
        }
        List<KnownStatement> statements = new ArrayList<>(before.getStatements());
        statements.addAll(remembered.values());
        return new Story(before.getId(), before.getAbout(), now, reports, statements, List.copyOf(standing.values()));
    }
}
