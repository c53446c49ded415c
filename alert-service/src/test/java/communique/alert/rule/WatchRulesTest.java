package communique.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.config.InvalidConfigException;
import communique.schemas.AvroTrust;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Outcome;
import communique.schemas.v1.Source;
import communique.schemas.v1.Speaker;
import communique.schemas.v1.Statement;
import communique.testkit.Records;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchRulesTest {
    private final WatchRules rules = WatchRules.read(Optional.empty());

    @BeforeAll
    static void trustRecords() {
        AvroTrust.ensure();
    }

    @Test
    void watchesTheFourPowersOnAfghanistanByDefault() {
        assertThat(rules.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.by()).containsExactly("CN", "RU", "IR", "PK");
            assertThat(rule.about()).containsExactly("AF");
        });
    }

    @Test
    void matchesAStatementByAWatchedStateAboutAWatchedCountry() {
        EnrichedArticle article = article(statement("AF", 0.9, "RU"));

        assertThat(rules.watchedIn(article)).containsExactly("AF");
        assertThat(rules.matches(article, "AF"))
                .singleElement()
                .satisfies(match -> assertThat(match.statements()).hasSize(1));
    }

    @Test
    void findsEveryRuleThatMatchesInTheOrderOfTheFile() {
        WatchRules several = WatchRules.read("""
                rules:
                - {id: last-country, by: [CN], about: [UZ]}
                - {id: both, by: [RU, CN], about: [AF, UZ]}
                - {id: others, by: [IN], about: [AF]}
                - {id: sure, by: [RU], about: [AF], minConfidence: 0.95}
                - {id: one, by: [RU], about: [AF]}
                """, "rules.yaml");
        EnrichedArticle article = article(statement("AF", 0.9, "RU"), statement("UZ", 0.9, "RU", "CN"));

        assertThat(several.watchedIn(article)).containsExactly("UZ", "AF");
        assertThat(several.matches(article, "AF"))
                .extracting(match -> match.rule().id())
                .containsExactly("both", "one");
        assertThat(several.matches(article, "UZ"))
                .extracting(match -> match.rule().id())
                .containsExactly("last-country", "both");
    }

    @ParameterizedTest
    @CsvSource({
        "IN, AF, 0.9, NOT_BY",
        "RU, UA, 0.9, NOT_ABOUT",
        "RU, AF, 0.3, BELOW_CONFIDENCE",
        "US, UA, 0.9, NOT_BY",
    })
    void tellsWhyNothingMatches(String by, String about, double confidence, Outcome outcome) {
        EnrichedArticle article = article(statement(about, confidence, by));

        assertThat(rules.watchedIn(article)).isEmpty();
        assertThat(rules.silence(article).outcome()).isEqualTo(outcome);
    }

    @Test
    void tellsThatNobodySpeaks() {
        assertThat(rules.silence(article()).outcome()).isEqualTo(Outcome.NO_STATEMENT);
    }

    @Test
    void doesNotPairTheSpeakerOfOneStatementWithTheMatterOfAnother() {
        EnrichedArticle article = article(statement("UA", 0.9, "RU"), statement("AF", 0.9, "IN"));

        assertThat(rules.watchedIn(article)).isEmpty();
    }

    @Test
    void listsTheSpeakersOfAJointStatementInTheOrderOfTheRule() {
        Statement joint = statement("AF", 0.9, "PK", "UZ", "CN");

        assertThat(rules.rules().get(0).speakers(joint)).containsExactly("CN", "PK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rules: [] | at least one rule",
                "rules: [{id: A b, by: [CN], about: [AF]}] | small letters",
                "rules: [{id: a, by: [China], about: [AF]}] | 'China' is not an ISO 3166-1 alpha-2 code",
                "rules: [{id: a, by: [CN], about: []}] | about must list at least one country",
                "rules: [{id: a, by: [CN, RU, CN], about: [AF]}] | by lists a country twice: [CN, RU, CN]; write each once",
                "rules: [{id: a, by: [CN], about: [AF, AF]}] | about lists a country twice",
                "rules: [{id: a, by: [CN], about: [AF], times: [{days: []}]}] | days must list at least one, such as mon-fri",
                "rules: [{id: a, by: [CN], about: [AF], minConfidence: 2}] | between 0 and 1",
                "rules: [{id: a, by: [CN], about: [AF]}, {id: a, by: [CN], about: [AF]}] | two rules are called 'a'",
                "rules: [{id: a, by: [CN], about: [AF], sources: {tiers: [wire]}}] | names tier 'wire'; the file defines none",
                "{tiers: {wires: [x]}, rules: [{id: a, by: [CN], about: [AF], sources: {tiers: [wire]}}]} | the file defines [wires]",
                "rules: [{id: a, by: [CN], about: [AF], novelty: [news]}] | new-story",
                "rules: [{id: a, by: [CN], about: [AF], novelty: []}] | at least one kind",
                "rules: [{id: a, by: [CN], about: [AF], novelty: [more-outlets]}] | list another kind with it",
                "rules: [{id: a, by: [CN], about: [AF], severity: Very High}] | a short word in small letters",
                "rules: [{id: a, buy: [CN], about: [AF]}] | did you mean by?",
            })
    void refusesAMistakeWithAMend(String yaml, String message) {
        assertThatThrownBy(() -> WatchRules.read(yaml, "rules.yaml"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "offices: [foreign-minister]         | true",
                "offices: [president]                | false",
                "people: [viktor samarin]            | true",
                "people: [Somebody Else]             | false",
                "topics: [trade, security]           | true",
                "topics: [narcotics]                 | false",
                "languages: [ru]                     | true",
                "languages: [fa]                     | false",
                "sources: {ids: [wire-1]}            | true",
                "sources: {ids: [wire-2]}            | false",
                "sources: {tiers: [first]}           | true",
                "sources: {tiers: [second]}          | false",
                "sources: {tiers: [second], ids: [wire-1]} | true",
                "sources: {countries: [RU]}          | true",
                "sources: {countries: [US]}          | false",
                "sources: {official: true}           | true",
                "sources: {official: false}          | false",
                "times: [{days: [mon], zone: UTC}]   | true",
                "times: [{days: [tue], zone: UTC}]   | false",
            })
    void asksForWhatElseTheRuleNames(String condition, boolean matches) {
        WatchRules picky = WatchRules.read(
                "tiers: {first: [wire-1], second: [wire-2]}\nrules:\n- id: picky\n  by: [RU]\n  about: [AF]\n  "
                        + condition,
                "rules.yaml");
        EnrichedArticle article = EnrichedArticle.newBuilder(article(Records.statement("a1")
                        .setSpeakers(List.of(new Speaker("RU", "Viktor Samarin", "foreign-minister")))
                        .setAbout(List.of("AF"))
                        .setTopics(List.of("trade"))
                        .build()))
                .setSource(new Source("wire-1", "Wire", "RU", true))
                .setLanguage("ru-RU")
                .setPublished(Instant.parse("2026-03-02T12:00:00Z"))
                .build();

        assertThat(picky.watchedIn(article).isEmpty()).isEqualTo(!matches);
        if (!matches) {
            assertThat(picky.silence(article).outcome()).isEqualTo(Outcome.NOT_WANTED);
            assertThat(picky.silence(article).reason()).startsWith("rule picky: ");
        }
    }

    private static EnrichedArticle article(Statement... statements) {
        return Records.enrichedArticle("a1").setStatements(List.of(statements)).build();
    }

    private static Statement statement(String about, double confidence, String... by) {
        return Records.statement("a1")
                .setSpeakers(Stream.of(by)
                        .map(state -> new Speaker(state, null, null))
                        .toList())
                .setAbout(List.of(about))
                .setConfidence(confidence)
                .build();
    }
}
