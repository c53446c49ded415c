package communique.alert.story;

import communique.alert.rule.WatchRules;
import communique.alert.rule.WatchRules.Match;
import communique.analysis.Analyzer;
import communique.analysis.ArticlePrint;
import communique.analysis.Document;
import communique.analysis.novelty.Fingerprint;
import communique.analysis.novelty.NoveltyJudge;
import communique.analysis.novelty.NoveltyJudge.Verdict;
import communique.schemas.state.Story;
import communique.schemas.state.StoryReport;
import communique.schemas.v1.Alert;
import communique.schemas.v1.DateOrigin;
import communique.schemas.v1.Decision;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Outcome;
import communique.schemas.v1.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Decides what an article adds: to which story it belongs, which of its statements are new, which alerts they raise or
 * revise. Pure: stories come in and go out as values, time is that of the stream.
 */
public final class StoryJudge {
    /** A new article is compared with the first so many of a story. */
    private static final int REPORTS = 5;

    private final Supplier<WatchRules> rules;
    private final Analyzer analyzer;
    private final boolean includeStale;

    /**
     * A judge.
     *
     * @param rules the rules in force; asked anew for every article
     * @param includeStale whether an old event under a fresh date alerts nevertheless
     */
    public StoryJudge(Supplier<WatchRules> rules, Analyzer analyzer, boolean includeStale) {
        this.rules = rules;
        this.analyzer = analyzer;
        this.includeStale = includeStale;
    }

    /** The decision about an article that matches no rule. */
    public Decision silent(EnrichedArticle article) {
        WatchRules.Silence silence = rules.get().silence(article);
        return decision(article, silence.outcome(), silence.reason()).build();
    }

    /**
     * Judges an article that matches at least one rule about a country.
     *
     * @param open the open stories about that country
     * @param now stream time
     */
    public Judgement judge(EnrichedArticle article, String about, OpenStories open, Instant now) {
        if (article.getRetracted()) {
            return retract(article, about, open, now);
        }
        List<Match> matches = rules.get().matches(article, about);
        if (matches.isEmpty()) {
            String reason = "the rules changed while it waited, and none matches it any more";
            return new Judgement(
                    List.of(),
                    List.of(),
                    decision(article, Outcome.NOT_WANTED, reason)
                            .setAbout(about)
                            .build());
        }
        List<String> ruleIds = matches.stream().map(match -> match.rule().id()).toList();
        if (article.getStaleness().isPresent() && !includeStale) {
            String reason = "an old event under a fresh date: "
                    + article.getStaleness().get().getEvidence();
            return new Judgement(
                    List.of(),
                    List.of(),
                    decision(article, Outcome.STALE, reason)
                            .setAbout(about)
                            .setRules(ruleIds)
                            .build());
        }
        List<Statement> matching = matches.stream()
                .flatMap(match -> match.statements().stream())
                .distinct()
                .toList();
        ArticlePrint print = analyzer.fingerprint(
                document(article), matching.stream().map(StoryJudge::value).toList());
        StoryReport report = report(article, print.story());
        Optional<Joined> joined = join(print.story(), day(article), open).or(() -> mended(report, open));
        StoryDraft draft = new StoryDraft(
                joined.map(Joined::story).orElseGet(() -> begin(article, about)),
                joined.map(Joined::because),
                article,
                now,
                prints(matching, print));
        matches.forEach(match -> tell(draft, match));
        return finish(draft, report, article, about, ruleIds);
    }

    private static Judgement retract(EnrichedArticle article, String about, OpenStories open, Instant now) {
        List<Story> stories = new ArrayList<>();
        List<Alert> corrected = new ArrayList<>();
        for (Story story : open.carrying(article.getId())) {
            List<Alert> alerts = Retraction.corrected(story, article, now);
            if (!alerts.isEmpty()) {
                stories.add(Retraction.with(story, alerts));
                corrected.addAll(alerts);
            }
        }
        Decision.Builder decision = corrected.isEmpty()
                ? decision(article, Outcome.RETRACTED, "its publisher took it back")
                : decision(article, Outcome.ALERTED, "its publisher took it back, which corrects what was told")
                        .setStoryId(stories.get(0).getId())
                        .setAlertIds(corrected.stream().map(Alert::getId).toList());
        return new Judgement(stories, corrected, decision.setAbout(about).build());
    }

    private record Joined(Story story, String because) {}

    private static Optional<Joined> join(Fingerprint print, Optional<LocalDate> day, OpenStories open) {
        Optional<Joined> best = Optional.empty();
        double highest = Double.NEGATIVE_INFINITY;
        for (Story story : open.like(print, day)) {
            for (StoryReport report : story.getReports()) {
                Fingerprint known = new Fingerprint(new TreeSet<>(report.getFeatures()));
                Verdict verdict = NoveltyJudge.sameStory(print, day, known, report.getDay());
                if (verdict.same() && verdict.score() > highest) {
                    highest = verdict.score();
                    best = Optional.of(new Joined(story, verdict.reason()));
                }
            }
        }
        return best;
    }

    /** An article that its publisher changed beyond likeness stays in its story, which then tells that too. */
    private static Optional<Joined> mended(StoryReport report, OpenStories open) {
        return open.carrying(report.getArticleId()).stream()
                .max(Comparator.comparing(Story::getUpdated))
                .map(story -> new Joined(with(report, story), "its publisher changed the article"));
    }

    private static Story with(StoryReport report, Story story) {
        if (story.getReports().size() == REPORTS) {
            return story;
        }
        List<StoryReport> reports = new ArrayList<>(story.getReports());
        reports.add(report);
        return Story.newBuilder(story).setReports(reports).build();
    }

    private static Story begin(EnrichedArticle article, String about) {
        String id = Ids.of(about, article.getId(), article.getContentHash());
        return new Story(id, about, Instant.EPOCH, List.of(), List.of(), List.of());
    }

    private static Map<String, Fingerprint> prints(List<Statement> statements, ArticlePrint print) {
        Map<String, Fingerprint> prints = new HashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            prints.put(statements.get(i).getId(), print.statements().get(i));
        }
        return prints;
    }

    /** One alert for each group of states that speak together. */
    private static void tell(StoryDraft draft, Match match) {
        Map<List<String>, List<Statement>> groups = new LinkedHashMap<>();
        for (Statement statement : match.statements()) {
            groups.computeIfAbsent(match.rule().speakers(statement), speakers -> new ArrayList<>())
                    .add(statement);
        }
        groups.forEach((speakers, statements) -> draft.tell(match.rule(), speakers, statements));
    }

    private static Judgement finish(
            StoryDraft draft, StoryReport report, EnrichedArticle article, String about, List<String> ruleIds) {
        boolean news = draft.alerts().stream().anyMatch(alert -> alert.getNewsRevision() == alert.getRevision());
        Outcome quiet = draft.isUnwanted() ? Outcome.NOT_WANTED : Outcome.KNOWN;
        Decision decision = decision(article, news ? Outcome.ALERTED : quiet, draft.reason())
                .setAbout(about)
                .setRules(ruleIds)
                .setStoryId(draft.id())
                .setAlertIds(draft.alerts().stream().map(Alert::getId).toList())
                .build();
        return new Judgement(List.of(draft.story(report, REPORTS)), draft.alerts(), decision);
    }

    private static StoryReport report(EnrichedArticle article, Fingerprint print) {
        return new StoryReport(article.getId(), day(article).orElse(null), List.copyOf(print.features()));
    }

    private static Optional<LocalDate> day(EnrichedArticle article) {
        return article.getPublishedFrom() == DateOrigin.NONE
                ? Optional.empty()
                : Optional.of(article.getPublished().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static Document document(EnrichedArticle article) {
        return new Document(
                article.getTitle(),
                article.getText(),
                day(article),
                article.getLanguage(),
                article.getSource().getCountry(),
                article.getSource().getOfficial());
    }

    private static communique.analysis.statement.Statement value(Statement statement) {
        return new communique.analysis.statement.Statement(
                statement.getSpeakers().stream()
                        .map(s -> new communique.analysis.speaker.Speaker(s.getCountry(), s.getPerson(), s.getOffice()))
                        .toList(),
                communique.analysis.statement.SpeechAct.SAY,
                statement.getAbout(),
                statement.getTopics(),
                statement.getText(),
                statement.getStart(),
                statement.getEnd(),
                statement.getConfidence(),
                statement.getRules(),
                statement.getCue());
    }

    private static Decision.Builder decision(EnrichedArticle article, Outcome outcome, String reason) {
        return Decision.newBuilder()
                .setArticleId(article.getId())
                .setOutcome(outcome)
                .setReason(reason)
                .setArticle(ArticleRefs.of(article))
                .setBackfill(article.getBackfill());
    }
}
