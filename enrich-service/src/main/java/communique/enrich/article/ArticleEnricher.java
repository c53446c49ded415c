package communique.enrich.article;

import communique.analysis.Analysis;
import communique.analysis.Analyzer;
import communique.analysis.Document;
import communique.schemas.v1.CountryRole;
import communique.schemas.v1.CountryTag;
import communique.schemas.v1.DateOrigin;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.RawArticle;
import communique.schemas.v1.Speaker;
import communique.schemas.v1.SpeechAct;
import communique.schemas.v1.Staleness;
import communique.schemas.v1.Statement;
import communique.schemas.v1.TopicTag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a raw article into an enriched one by asking the engine. Pure: the same article gives the same answer at any
 * time.
 */
public final class ArticleEnricher {
    private final Analyzer analyzer;

    /** With the engine to ask. */
    public ArticleEnricher(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Enriches one article. */
    public EnrichedArticle enrich(RawArticle raw) {
        Analysis analysis = analyzer.analyze(document(raw));
        Dated dated = date(raw, analysis);
        return EnrichedArticle.newBuilder()
                .setId(raw.getId())
                .setUrl(raw.getUrl().orElse(null))
                .setSource(raw.getSource())
                .setTitle(raw.getTitle().orElse(null))
                .setText(raw.getText())
                .setLanguage(analysis.language().or(raw::getLanguage).orElse(null))
                .setPublished(dated.published())
                .setPublishedFrom(dated.origin())
                .setFetched(raw.getFetched())
                .setContentHash(raw.getContentHash())
                .setBackfill(raw.getBackfill())
                .setRetracted(raw.getRetracted())
                .setCountries(analysis.countries().stream()
                        .map(ArticleEnricher::country)
                        .toList())
                .setTopics(analysis.topics().stream()
                        .map(topic -> new TopicTag(topic.code(), topic.weight()))
                        .toList())
                .setStatements(statements(raw.getId(), analysis.statements()))
                .setStaleness(
                        analysis.staleness().map(ArticleEnricher::staleness).orElse(null))
                .setEngine(Analyzer.VERSION)
                .build();
    }

    private static Document document(RawArticle raw) {
        return new Document(
                raw.getTitle(),
                raw.getText(),
                raw.getPublished().map(ArticleEnricher::day),
                raw.getLanguage(),
                raw.getSource().getCountry(),
                raw.getSource().getOfficial());
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private record Dated(Instant published, DateOrigin origin) {}

    private static Dated date(RawArticle raw, Analysis analysis) {
        Optional<Instant> inferred =
                analysis.eventDate().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return raw.getPublished()
                .map(published -> new Dated(published, raw.getPublishedFrom()))
                .or(() -> inferred.map(day -> new Dated(day, DateOrigin.INFERRED)))
                .orElseGet(() -> new Dated(raw.getFetched(), DateOrigin.NONE));
    }

    private static CountryTag country(communique.analysis.country.CountryTag tag) {
        List<CountryRole> roles = tag.roles().stream()
                .map(role -> CountryRole.valueOf(role.name()))
                .toList();
        return new CountryTag(tag.code(), roles, tag.mentions(), tag.main());
    }

    private static List<Statement> statements(String articleId, List<communique.analysis.statement.Statement> found) {
        List<Statement> statements = new ArrayList<>();
        for (communique.analysis.statement.Statement statement : found) {
            statements.add(Statement.newBuilder()
                    .setId(articleId + "/" + (statements.size() + 1))
                    .setArticleId(articleId)
                    .setSpeakers(statement.speakers().stream()
                            .map(ArticleEnricher::speaker)
                            .toList())
                    .setAct(SpeechAct.valueOf(statement.act().name()))
                    .setAbout(statement.about())
                    .setTopics(statement.topics())
                    .setText(statement.text())
                    .setStart(statement.start())
                    .setEnd(statement.end())
                    .setConfidence(statement.confidence())
                    .setRules(statement.rules())
                    .setCue(statement.cue().orElse(null))
                    .build());
        }
        return statements;
    }

    private static Speaker speaker(communique.analysis.speaker.Speaker speaker) {
        return new Speaker(
                speaker.country(),
                speaker.person().orElse(null),
                speaker.office().orElse(null));
    }

    private static Staleness staleness(communique.analysis.text.Staleness staleness) {
        return new Staleness(staleness.eventDate(), (int) staleness.ageDays(), staleness.evidence());
    }
}
