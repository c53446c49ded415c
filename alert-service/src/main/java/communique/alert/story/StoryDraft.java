package communique.alert.story;

import communique.alert.rule.WatchRule;
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
import communique.schemas.v1.Novelty;
import communique.schemas.v1.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A story while an article is being added to it. */
final class StoryDraft {
    private final Story before;
    private final Optional<String> joinedBecause;
    private final EnrichedArticle article;
    private final Instant now;
    private final Map<String, Fingerprint> prints;
    private final Map<String, Alert> standing = new LinkedHashMap<>();
    private final List<KnownStatement> known;
    private final List<Alert> changed = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

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
        known = new ArrayList<>(before.getStatements());
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

    /** Adds what some states say together. */
    void tell(WatchRule rule, List<String> speakers, List<Statement> statements) {
        List<Statement> fresh = new ArrayList<>();
        String lastKnown = "";
        for (Statement statement : statements) {
            Optional<Verdict> repeated = repeats(statement, speakers);
            if (repeated.isEmpty()) {
                fresh.add(statement);
            } else {
                lastKnown = repeated.get().reason();
            }
        }
        String alertId = Ids.of(before.getId(), rule.id(), String.join(",", speakers));
        Alert known = standing.get(alertId);
        if (!fresh.isEmpty()) {
            put(known == null ? raise(alertId, rule, speakers, fresh) : extend(known, fresh));
        } else if (known != null && !carries(known)) {
            put(join(known, "said before, " + lastKnown));
        } else {
            reasons.add(String.join(",", speakers) + " said it before, " + lastKnown);
        }
        fresh.forEach(this::remember);
    }

    private void remember(Statement statement) {
        known.add(new KnownStatement(
                statement.getId(),
                states(statement),
                List.copyOf(prints.get(statement.getId()).features())));
    }

    /** Whether all of the speakers said it before: what one of them said alone is new when the others say it too. */
    private Optional<Verdict> repeats(Statement statement, List<String> speakers) {
        Fingerprint print = prints.get(statement.getId());
        return known.stream()
                .filter(earlier -> earlier.getSpeakers().containsAll(speakers))
                .map(earlier ->
                        NoveltyJudge.sameStatement(print, new Fingerprint(new TreeSet<>(earlier.getFeatures()))))
                .filter(Verdict::same)
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

    private Alert raise(String id, WatchRule rule, List<String> speakers, List<Statement> statements) {
        boolean newStory = joinedBecause.isEmpty();
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
                .setNovelty(newStory ? Novelty.NEW_STORY : Novelty.NEW_SPEAKER)
                .setNoveltyReason(
                        newStory
                                ? "nothing like it was known"
                                : "another speaker in a known story, " + joinedBecause.get())
                .setStatements(statements)
                .setTopics(topics(statements))
                .setSources(List.of(ArticleRefs.of(article)))
                .setPublished(article.getPublished())
                .setUpdated(article.getPublished())
                .setConfidence(confidence(statements))
                .setBackfill(article.getBackfill())
                .build();
    }

    private Alert extend(Alert alert, List<Statement> fresh) {
        List<Statement> all = new ArrayList<>(alert.getStatements());
        all.addAll(fresh);
        return next(alert)
                .setKind(AlertKind.UPDATED)
                .setNewsRevision(alert.getRevision() + 1)
                .setNovelty(Novelty.NEW_STATEMENT)
                .setNoveltyReason("a known speaker says something else")
                .setStatements(all)
                .setTopics(topics(all))
                .setConfidence(confidence(all))
                .build();
    }

    private Alert join(Alert alert, String reason) {
        return next(alert).setKind(AlertKind.JOINED).setNoveltyReason(reason).build();
    }

    private Alert.Builder next(Alert alert) {
        List<ArticleRef> sources = new ArrayList<>(alert.getSources());
        if (!carries(alert)) {
            sources.add(ArticleRefs.of(article));
        }
        return Alert.newBuilder(alert)
                .setRevision(alert.getRevision() + 1)
                .setSources(sources)
                .setUpdated(article.getPublished())
                .setBackfill(alert.getBackfill() && article.getBackfill());
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
        return new Story(before.getId(), before.getAbout(), now, reports, known, List.copyOf(standing.values()));
    }
}
