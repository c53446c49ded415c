package communique.alert.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.schemas.v1.Alert;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Speaker;
import communique.schemas.v1.Statement;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An alert as JSON, the one form for webhooks, the page, the API and the command line. Times are ISO 8601 in UTC,
 * countries ISO 3166-1 alpha-2, what is unknown is null. Fields may be added, none is taken away or changes its
 * meaning.
 *
 * @param id the same in every revision
 * @param revision 1 for the first
 * @param kind NEW; UPDATED where more was said; JOINED where only another outlet carries it; CORRECTED
 * @param rule id of the watch rule
 * @param severity set by the rule
 * @param speakers the states that speak
 * @param about the watched country
 * @param headline one line for people
 * @param statements what was said
 * @param topics codes, heaviest first
 * @param sources the articles that carry it, first one first
 * @param published when the first of them was published
 * @param updated when the article that caused this revision was published
 * @param storyId the story it belongs to
 * @param novelty what is new
 * @param noveltyReason why it counts as new, in words
 * @param confidence of the surest statement, 0 to 1
 */
public record AlertJson(
        String id,
        int revision,
        String kind,
        String rule,
        String severity,
        List<String> speakers,
        String about,
        String headline,
        List<StatementJson> statements,
        List<String> topics,
        List<SourceJson> sources,
        String published,
        String updated,
        String storyId,
        String novelty,
        String noveltyReason,
        double confidence) {
    /** Topics, or rules, that a shorter form keeps; a statement seldom has more. */
    private static final int CODES = 10;

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    /**
     * One statement.
     *
     * @param text the sentence as published
     * @param speakers the states that speak
     * @param person who speaks for them; several names where a joint statement names several
     * @param office the office of that person
     * @param act what is done by speaking
     * @param start offset of the first code point in the article's text
     * @param end offset after the last
     * @param articleId the article it stands in
     * @param confidence 0 to 1
     * @param rules ids of the rules that found it
     * @param topics codes
     * @param about the countries it is about
     * @param cue what in the sentence tells of speaking; null where it has nothing of its own
     */
    public record StatementJson(
            String text,
            List<String> speakers,
            String person,
            String office,
            String act,
            int start,
            int end,
            String articleId,
            double confidence,
            List<String> rules,
            List<String> topics,
            List<String> about,
            String cue) {
        private static StatementJson of(Statement statement) {
            return new StatementJson(
                    statement.getText(),
                    statement.getSpeakers().stream().map(Speaker::getCountry).toList(),
                    joined(statement, Speaker::getPerson),
                    joined(statement, Speaker::getOffice),
                    statement.getAct().name(),
                    statement.getStart(),
                    statement.getEnd(),
                    statement.getArticleId(),
                    statement.getConfidence(),
                    List.copyOf(statement.getRules()),
                    List.copyOf(statement.getTopics()),
                    List.copyOf(statement.getAbout()),
                    statement.getCue().orElse(null));
        }

        private StatementJson shortened(int longest) {
            return new StatementJson(
                    fit(text, longest),
                    speakers,
                    fit(person, longest),
                    fit(office, longest),
                    act,
                    start,
                    end,
                    articleId,
                    confidence,
                    few(rules, longest),
                    few(topics, longest),
                    about,
                    fit(cue, longest));
        }

        private static String joined(Statement statement, Function<Speaker, Optional<String>> part) {
            String all = statement.getSpeakers().stream()
                    .map(part)
                    .flatMap(Optional::stream)
                    .distinct()
                    .collect(Collectors.joining(", "));
            return all.isEmpty() ? null : all;
        }
    }

    /**
     * One article.
     *
     * @param articleId its id on the article topics
     * @param url address as published; may be anything, so check it before making it a link
     * @param title its headline
     * @param source name of the outlet
     * @param language BCP 47
     * @param published when it says it was published
     */
    public record SourceJson(
            String articleId, String url, String title, String source, String language, String published) {
        private static SourceJson of(ArticleRef article) {
            return new SourceJson(
                    article.getId(),
                    article.getUrl().orElse(null),
                    article.getTitle().orElse(null),
                    article.getSource().getName(),
                    article.getLanguage().orElse(null),
                    article.getPublished().toString());
        }

        private SourceJson shortened(int longest) {
            boolean tooLong = url != null && url.length() > longest;
            return new SourceJson(
                    articleId, tooLong ? null : url, fit(title, longest), fit(source, longest), language, published);
        }
    }

    /** The JSON form of an alert record. */
    public static AlertJson of(Alert alert) {
        return new AlertJson(
                alert.getId(),
                alert.getRevision(),
                alert.getKind().name(),
                alert.getRule(),
                alert.getSeverity(),
                List.copyOf(alert.getSpeakers()),
                alert.getAbout(),
                alert.getHeadline(),
                alert.getStatements().stream().map(StatementJson::of).toList(),
                List.copyOf(alert.getTopics()),
                alert.getSources().stream().map(SourceJson::of).toList(),
                alert.getPublished().toString(),
                alert.getUpdated().toString(),
                alert.getStoryId(),
                alert.getNovelty().name(),
                alert.getNoveltyReason(),
                alert.getConfidence());
    }

    /**
     * A shorter form of it, for receivers that take no more.
     *
     * @param statementsKept how many statements, the first ones
     * @param sourcesKept how many articles, the first ones
     * @param longest length of each text; an address that is longer is left out
     */
    public AlertJson shortened(int statementsKept, int sourcesKept, int longest) {
        return new AlertJson(
                id,
                revision,
                kind,
                rule,
                severity,
                speakers,
                about,
                fit(headline, longest),
                statements.stream()
                        .limit(statementsKept)
                        .map(statement -> statement.shortened(longest))
                        .toList(),
                few(topics, longest),
                sources.stream()
                        .limit(sourcesKept)
                        .map(source -> source.shortened(longest))
                        .toList(),
                published,
                updated,
                storyId,
                novelty,
                fit(noveltyReason, longest),
                confidence);
    }

    private static List<String> few(List<String> codes, int longest) {
        return codes.stream().limit(CODES).map(code -> fit(code, longest)).toList();
    }

    private static String fit(String text, int longest) {
        // What is cut anyway need not be looked at to its end.
        return text == null || text.length() <= longest
                ? text
                : SafeText.fit(text.substring(0, Math.min(text.length(), 2 * longest)), longest, one -> one);
    }

    /** As one line of JSON. */
    public String text() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
