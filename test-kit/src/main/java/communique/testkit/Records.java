package communique.testkit;

import communique.schemas.AvroTrust;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.CountryRole;
import communique.schemas.v1.CountryTag;
import communique.schemas.v1.DateOrigin;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Novelty;
import communique.schemas.v1.Origin;
import communique.schemas.v1.RawArticle;
import communique.schemas.v1.Source;
import communique.schemas.v1.Speaker;
import communique.schemas.v1.SpeechAct;
import communique.schemas.v1.Statement;
import communique.schemas.v1.TopicTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Sample records: an article in which China says something about Afghanistan, what the engine makes of it, and the
 * alert it raises. Every method returns a builder with all fields set, so that a test sets only what it is about.
 *
 * <p>Two articles with the same text have the same content hash, whatever their ids: give them different texts where
 * they are not meant to be duplicates.
 */
public final class Records {
    /** When the sample articles were published. */
    public static final Instant PUBLISHED = Instant.parse("2026-03-02T09:00:00Z");

    /** When the sample articles were fetched. */
    public static final Instant FETCHED = PUBLISHED.plusSeconds(120);

    /** Headline of the sample article. */
    public static final String TITLE = "Beijing asks Kabul to keep the mountain road open";

    /** The sentence of the sample article that is a statement. */
    public static final String STATEMENT =
            "China hopes that Afghanistan will keep the road over the pass open all winter, a spokesperson for the foreign"
                    + " ministry said on Monday.";

    /** The sample article's text below its headline. */
    public static final String BODY = STATEMENT + "\n\nHauliers have waited at the barrier for nine days.";

    static {
        AvroTrust.ensure();
    }

    private Records() {}

    /** The sample article as it came in. */
    public static RawArticle.Builder rawArticle(String id) {
        return rawArticle(id, TITLE, BODY);
    }

    /** An article with a text of its own, as it came in. */
    public static RawArticle.Builder rawArticle(String id, String title, String body) {
        String text = title + "\n\n" + body;
        return RawArticle.newBuilder()
                .setId(id)
                .setUrl(urlOf(id))
                .setSource(source().build())
                .setOrigin(Origin.FEED)
                .setTitle(title)
                .setText(text)
                .setLanguage("en")
                .setAuthor("Staff writer")
                .setPublished(PUBLISHED)
                .setPublishedFrom(DateOrigin.METADATA)
                .setFetched(FETCHED)
                .setContentHash(sha256(text));
    }

    /** The sample article with what the engine found in it: one statement by China about Afghanistan. */
    public static EnrichedArticle.Builder enrichedArticle(String id) {
        RawArticle raw = rawArticle(id).build();
        return EnrichedArticle.newBuilder()
                .setId(id)
                .setUrl(urlOf(id))
                .setSource(raw.getSource())
                .setTitle(TITLE)
                .setText(raw.getText())
                .setLanguage("en")
                .setPublished(PUBLISHED)
                .setPublishedFrom(DateOrigin.METADATA)
                .setFetched(FETCHED)
                .setContentHash(raw.getContentHash())
                .setCountries(List.of(
                        country("AF", CountryRole.ABOUT).setMain(true).build(),
                        country("CN", CountryRole.SPEAKER).build()))
                .setTopics(List.of(new TopicTag("trade", 0.8)))
                .setStatements(List.of(statement(id).build()))
                .setEngine("test");
    }

    /** The statement in the sample article. */
    public static Statement.Builder statement(String articleId) {
        int start = TITLE.length() + 2;
        return Statement.newBuilder()
                .setId(articleId + "/1")
                .setArticleId(articleId)
                .setSpeakers(List.of(new Speaker("CN", null, "foreign-ministry-spokesperson")))
                .setAct(SpeechAct.URGE)
                .setAbout(List.of("AF"))
                .setTopics(List.of("trade"))
                .setText(STATEMENT)
                .setStart(start)
                .setEnd(start + STATEMENT.length())
                .setConfidence(0.9)
                .setRules(List.of("said-by-office"));
    }

    /** The first revision of the alert that the article of an id raises. */
    public static Alert.Builder alert(String id, String articleId) {
        return Alert.newBuilder()
                .setId(id)
                .setRevision(1)
                .setKind(AlertKind.NEW)
                .setRule("afghanistan")
                .setSeverity("notice")
                .setStoryId("story-of-" + id)
                .setAbout("AF")
                .setSpeakers(List.of("CN"))
                .setHeadline("China about Afghanistan: " + TITLE)
                .setNovelty(Novelty.NEW_STORY)
                .setNoveltyReason("nothing like it was known")
                .setStatements(List.of(statement(articleId).build()))
                .setTopics(List.of("trade"))
                .setSources(List.of(articleRef(articleId).build()))
                .setPublished(PUBLISHED)
                .setUpdated(PUBLISHED)
                .setConfidence(0.9);
    }

    /** What points to the sample article. */
    public static ArticleRef.Builder articleRef(String articleId) {
        return ArticleRef.newBuilder()
                .setId(articleId)
                .setUrl(urlOf(articleId))
                .setTitle(TITLE)
                .setSource(source().build())
                .setLanguage("en")
                .setPublished(PUBLISHED);
    }

    /** The outlet of the sample article, which is no organ of a state. */
    public static Source.Builder source() {
        return Source.newBuilder()
                .setId("pass-courier")
                .setName("Pass Courier")
                .setCountry("KG")
                .setOfficial(false);
    }

    /** A country in one role. */
    public static CountryTag.Builder country(String code, CountryRole role) {
        return CountryTag.newBuilder()
                .setCountry(code)
                .setRoles(List.of(role))
                .setMentions(1)
                .setMain(false);
    }

    private static String urlOf(String articleId) {
        return "https://courier.example/" + articleId;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
