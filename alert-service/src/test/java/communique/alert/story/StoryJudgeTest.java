package communique.alert.story;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.rule.WatchRules;
import communique.analysis.Analyzer;
import communique.analysis.Document;
import communique.schemas.AvroTrust;
import communique.schemas.state.Story;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Evidence;
import communique.schemas.v1.Novelty;
import communique.schemas.v1.Outcome;
import communique.schemas.v1.Speaker;
import communique.schemas.v1.Staleness;
import communique.schemas.v1.Statement;
import communique.testkit.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoryJudgeTest {
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());
    private static final WatchRules RULES = WatchRules.read(Optional.empty());
    private static final Instant NOW = Records.FETCHED;
    private static final String RAIL =
            "Russia's foreign ministry said on Monday that engineers would survey the Kharlachi railway section in Afghanistan for 90 days.";
    private static final String RAIL_REWRITTEN =
            "Engineers will survey the Kharlachi section of the railway in Afghanistan over 90 days, the Russian Foreign Ministry said.";
    private static final String VISAS =
            "Russia's foreign ministry said it would issue more student visas to Afghans from Herat.";

    private static final String RAIL_AND_CLINIC = RAIL_REWRITTEN
            + "\n\nThe Russian Foreign Ministry also condemned Sunday's shelling of a clinic in Afghanistan.";
    private static final String FLOOD =
            "China's foreign ministry said 133 people were hurt in the flood in Takhar in Afghanistan.";

    private final StoryJudge judge = new StoryJudge(() -> RULES, ANALYZER, false);
    private final List<Story> open = new ArrayList<>();

    @BeforeAll
    static void trustRecords() {
        AvroTrust.ensure();
    }

    @Test
    void raisesAnAlertForSomethingNew() {
        Judgement judgement = judge(article("a1", RAIL));

        assertThat(judgement.decision().getOutcome()).isEqualTo(Outcome.ALERTED);
        assertThat(judgement.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo(AlertKind.NEW);
            assertThat(alert.getNovelty()).isEqualTo(Novelty.NEW_STORY);
            assertThat(alert.getSpeakers()).containsExactly("RU");
            assertThat(alert.getRevision()).isEqualTo(1);
        });
    }

    @Test
    void joinsTheSameStatementFromAnotherOutletWithoutTellingAgain() {
        Alert first = judge(article("a1", RAIL)).alerts().get(0);

        Judgement judgement = judge(article("a2", RAIL_REWRITTEN));

        assertThat(judgement.decision().getOutcome()).isEqualTo(Outcome.KNOWN);
        assertThat(judgement.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getId()).isEqualTo(first.getId());
            assertThat(alert.getKind()).isEqualTo(AlertKind.JOINED);
            assertThat(alert.getRevision()).isEqualTo(2);
            assertThat(alert.getNewsRevision()).isEqualTo(1);
            assertThat(alert.getSources()).extracting(source -> source.getId()).containsExactly("a1", "a2");
        });
    }

    @Test
    void raisesAnotherAlertForAnotherMatter() {
        Alert first = judge(article("a1", RAIL)).alerts().get(0);

        Judgement judgement = judge(article("a2", VISAS));

        assertThat(judgement.decision().getOutcome()).isEqualTo(Outcome.ALERTED);
        assertThat(judgement.alerts().get(0).getStoryId()).isNotEqualTo(first.getStoryId());
    }

    @Test
    void tellsASecondSpeakerInAKnownStory() {
        Alert first = judge(article("a1", RAIL)).alerts().get(0);

        Judgement judgement = judge(
                article(
                        "a2",
                        RAIL_REWRITTEN
                                + "\n\nPakistan's foreign ministry said it welcomed the survey of the railway in Afghanistan."));

        assertThat(judgement.alerts()).extracting(Alert::getStoryId).containsOnly(first.getStoryId());
        assertThat(judgement.alerts())
                .filteredOn(alert -> alert.getSpeakers().equals(List.of("PK")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getNovelty()).isEqualTo(Novelty.NEW_SPEAKER));
    }

    @Test
    void revisesTheAlertWhenTheSpeakerSaysMore() {
        judge(article("a1", RAIL));

        Judgement judgement = judge(article("a2", RAIL_AND_CLINIC));

        assertThat(judgement.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo(AlertKind.UPDATED);
            assertThat(alert.getNewsRevision()).isEqualTo(2);
            assertThat(alert.getStatements()).hasSize(2);
        });
    }

    @Test
    void countsAnotherFigureAsNew() {
        judge(article(
                "a1", "China's foreign ministry said 133 people were hurt in the flood in Takhar in Afghanistan."));

        Judgement judgement = judge(article(
                "a2", "China's foreign ministry said 178 people were hurt in the flood in Takhar in Afghanistan."));

        assertThat(judgement.decision().getOutcome()).isEqualTo(Outcome.ALERTED);
    }

    @Test
    void makesOneAlertOfAJointStatement() {
        Judgement judgement = judge(
                article(
                        "a1",
                        "The foreign ministers of China, Russia and Iran said they would meet the authorities of Afghanistan in May."));

        assertThat(judgement.alerts())
                .singleElement()
                .extracting(Alert::getSpeakers)
                .asList()
                .containsExactly("CN", "RU", "IR");
    }

    @Test
    void keepsSilentAboutAnOldEventUnderAFreshDate() {
        EnrichedArticle old = EnrichedArticle.newBuilder(article("a1", RAIL))
                .setStaleness(new Staleness(LocalDate.parse("2021-08-16"), 1600, "an office"))
                .build();

        Judgement judgement = judge.judge(old, "AF", OpenStories.of(open), NOW);

        assertThat(judgement.alerts()).isEmpty();
        assertThat(judgement.decision().getOutcome()).isEqualTo(Outcome.STALE);
        assertThat(judgement.decision().getReason()).contains("an office");
    }

    @Test
    void alertsAboutAnOldEventWhereToldTo() {
        EnrichedArticle old = EnrichedArticle.newBuilder(article("a1", RAIL))
                .setStaleness(new Staleness(LocalDate.parse("2021-08-16"), 1600, "an office"))
                .build();

        Judgement judgement = new StoryJudge(() -> RULES, ANALYZER, true).judge(old, "AF", OpenStories.of(open), NOW);

        assertThat(judgement.alerts()).hasSize(1);
    }

    @Test
    void givesTheSameIdsAgainWhenReplayed() {
        Judgement first = judge.judge(article("a1", RAIL), "AF", OpenStories.of(List.of()), NOW);
        Judgement again = judge.judge(article("a1", RAIL), "AF", OpenStories.of(List.of()), NOW);

        assertThat(again.alerts()).isEqualTo(first.alerts());
    }

    @Test
    void addsNothingWhenTheSameArticleComesAgain() {
        judge(article("a1", RAIL));

        Judgement judgement = judge(article("a1", RAIL));

        assertThat(judgement.alerts()).isEmpty();
        assertThat(judgement.decision().getOutcome()).isEqualTo(Outcome.KNOWN);
    }

    @Test
    void quotesEverySentenceInItsParagraph() {
        judge(article("a1", "A line before.\n" + RAIL + " More of the paragraph.\nA line after."));

        Judgement judgement = judge(article("a2", RAIL_REWRITTEN));

        List<Evidence> evidence = judgement.alerts().get(0).getEvidence();
        assertThat(evidence).extracting(Evidence::getArticleId).containsExactly("a1", "a2");
        assertThat(evidence.get(0)).satisfies(first -> {
            assertThat(first.getRepeats()).isEmpty();
            assertThat(first.getParagraph()).isEqualTo(RAIL + " More of the paragraph.");
            assertThat(first.getParagraph().substring(first.getStart(), first.getEnd()))
                    .isEqualTo(first.getText());
        });
        assertThat(evidence.get(1).getRepeats()).contains(evidence.get(0).getStatementId());
    }

    @Test
    void correctsEveryAlertThatRestsOnAnArticleTakenBack() {
        Alert first = judge(article("a1", RAIL)).alerts().get(0);

        Judgement judgement = judge(takenBack("a1"));

        assertThat(judgement.decision().getOutcome()).isEqualTo(Outcome.ALERTED);
        assertThat(judgement.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getId()).isEqualTo(first.getId());
            assertThat(alert.getKind()).isEqualTo(AlertKind.CORRECTED);
            assertThat(alert.getNewsRevision()).isEqualTo(2);
            assertThat(alert.getWithdrawn()).containsExactly("a1");
            assertThat(alert.getNoveltyReason()).contains("took its article back; nobody else carries it");
        });
        assertThat(judge(takenBack("a1")).alerts()).isEmpty();
    }

    @Test
    void raisesNothingFromAnArticleTakenBackThatNobodyWasToldOf() {
        Judgement judgement = judge(takenBack("a1"));

        assertThat(judgement.alerts()).isEmpty();
        assertThat(judgement.decision().getOutcome()).isEqualTo(Outcome.RETRACTED);
    }

    @Test
    void tellsOnlyOfTheNewsItsRuleAsksFor() {
        StoryJudge picky = judge("rules: [{id: r, by: [RU], about: [AF], novelty: [new-story, more-outlets]}]");
        judge(picky, article("a1", RAIL));

        Judgement more = judge(picky, article("a2", RAIL_AND_CLINIC));
        Judgement wave = judge(picky, article("a3", RAIL));

        assertThat(more.decision().getOutcome()).isEqualTo(Outcome.NOT_WANTED);
        assertThat(more.alerts().get(0).getNewsRevision()).isEqualTo(1);
        assertThat(more.alerts().get(0).getStatements()).hasSize(2);
        assertThat(wave.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getNovelty()).isEqualTo(Novelty.MORE_OUTLETS);
            assertThat(alert.getNewsRevision()).isEqualTo(alert.getRevision());
        });
    }

    @Test
    void keepsAMendedArticleInItsStory() {
        Alert first = judge(article("a1", FLOOD)).alerts().get(0);
        judge(article("b1", FLOOD));

        Judgement mended = judge(article("a1", FLOOD.replace("133", "178")));
        Judgement copied = judge(article("c1", FLOOD.replace("133", "178")));
        Judgement older = judge(article("d1", FLOOD));

        assertThat(mended.decision().getOutcome()).isEqualTo(Outcome.ALERTED);
        assertThat(mended.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getId()).isEqualTo(first.getId());
            assertThat(alert.getKind()).isEqualTo(AlertKind.UPDATED);
            assertThat(alert.getNewsRevision()).isEqualTo(3);
            assertThat(alert.getSources()).extracting(source -> source.getId()).containsExactly("a1", "b1");
        });
        assertThat(List.of(copied, older))
                .extracting(judgement -> judgement.decision().getOutcome())
                .containsOnly(Outcome.KNOWN);
        assertThat(open).hasSize(1);
    }

    @Test
    void takesAMendedArticleForANewStoryWhereItsOldOneIsClosed() {
        Alert first = judge(article("a1", FLOOD)).alerts().get(0);
        open.clear();

        Judgement mended = judge(article("a1", FLOOD.replace("133", "178")));

        assertThat(mended.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.getId()).isNotEqualTo(first.getId()));
    }

    @Test
    void correctsEveryStoryThatRestsOnAnArticleTakenBack() {
        Alert rail = judge(article("a1", RAIL)).alerts().get(0);
        Alert visas = judge(article("a2", VISAS)).alerts().get(0);
        judge(article("a3", RAIL_REWRITTEN));
        judge(article("a3", VISAS));

        Judgement judgement = judge(takenBack("a3"));

        assertThat(judgement.alerts()).extracting(Alert::getId).containsExactlyInAnyOrder(rail.getId(), visas.getId());
        assertThat(judgement.stories()).hasSize(2);
    }

    @Test
    void raisesAnAlertForEveryRuleThatMatches() {
        StoryJudge both = judge(
                "rules: [{id: all, by: [RU], about: [AF]}, {id: urgent, by: [RU], about: [AF], severity: urgent}]");

        Judgement first = judge(both, article("a1", RAIL));
        Judgement again = judge(both, article("a2", RAIL_REWRITTEN));

        assertThat(first.alerts()).extracting(Alert::getRule).containsExactly("all", "urgent");
        assertThat(again.alerts()).extracting(Alert::getKind).containsExactly(AlertKind.JOINED, AlertKind.JOINED);
    }

    @Test
    void raisesNothingWhereNoRuleMatchesAnyMore() {
        Judgement judgement = judge(judge("rules: [{id: r, by: [CN], about: [AF]}]"), article("a1", RAIL));

        assertThat(judgement.stories()).isEmpty();
        assertThat(judgement.decision().getOutcome()).isEqualTo(Outcome.NOT_WANTED);
        assertThat(judgement.decision().getReason()).contains("the rules changed while it waited");
        assertThat(judgement.decision().getAbout()).contains("AF");
    }

    @Test
    void tellsNobodyOfWhatAnArchiveAddsToAnAlert() {
        StoryJudge waves =
                judge("rules: [{id: r, by: [RU], about: [AF], novelty: [new-story, new-topic, more-outlets]}]");
        judge(waves, article("a1", RAIL));

        Judgement more = judge(waves, archived(article("a2", RAIL_AND_CLINIC)));
        Judgement wave = judge(waves, archived(article("a3", RAIL)));

        assertThat(List.of(more, wave))
                .flatExtracting(Judgement::alerts)
                .extracting(Alert::getNewsRevision)
                .containsExactly(1, 1);
        assertThat(List.of(more, wave))
                .extracting(judgement -> judgement.decision().getOutcome())
                .containsOnly(Outcome.KNOWN);
    }

    @Test
    void tellsASpeakerWhoSpokeBeforeFromANewOne() {
        StoryJudge speakers = judge("rules: [{id: r, by: [RU], about: [AF], novelty: [new-speaker]}]");
        StoryJudge topics = judge("rules: [{id: r, by: [RU], about: [AF], novelty: [new-topic]}]");
        judge(speakers, article("a1", RAIL));

        Judgement sameSpeaker = judge(speakers, article("a2", RAIL_AND_CLINIC));
        open.clear();
        judge(topics, article("a1", RAIL));
        Judgement otherTopic = judge(topics, article("a2", RAIL_AND_CLINIC));

        assertThat(sameSpeaker.decision().getOutcome()).isEqualTo(Outcome.NOT_WANTED);
        assertThat(otherTopic.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.getNovelty()).isEqualTo(Novelty.NEW_TOPIC));
    }

    @Test
    void tellsOfAWaveWhereTheArticleAlsoSaysWhatNobodyWantsToHear() {
        StoryJudge waves = judge("rules: [{id: r, by: [RU], about: [AF], novelty: [new-story, more-outlets]}]");
        judge(waves, article("a1", RAIL));
        judge(waves, article("a2", RAIL_REWRITTEN));

        Judgement third = judge(waves, article("a3", RAIL_AND_CLINIC));

        assertThat(third.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getNovelty()).isEqualTo(Novelty.MORE_OUTLETS);
            assertThat(alert.getNoveltyReason()).contains("now in 3 articles");
            assertThat(alert.getNewsRevision()).isEqualTo(alert.getRevision());
            assertThat(alert.getStatements()).hasSize(2);
        });
    }

    private static StoryJudge judge(String rules) {
        WatchRules read = WatchRules.read(rules, "rules");
        return new StoryJudge(() -> read, ANALYZER, false);
    }

    private static EnrichedArticle archived(EnrichedArticle article) {
        return EnrichedArticle.newBuilder(article).setBackfill(true).build();
    }

    private static EnrichedArticle takenBack(String id) {
        return Records.enrichedArticle(id)
                .setRetracted(true)
                .setText("")
                .setStatements(List.of())
                .build();
    }

    private Judgement judge(EnrichedArticle article) {
        return judge(judge, article);
    }

    private Judgement judge(StoryJudge judge, EnrichedArticle article) {
        Judgement judgement = judge.judge(article, "AF", OpenStories.of(List.copyOf(open)), NOW);
        judgement.stories().forEach(story -> {
            open.removeIf(known -> known.getId().equals(story.getId()));
            open.add(story);
        });
        return judgement;
    }

    /** An article with the statements the engine finds in it. */
    private static EnrichedArticle article(String id, String text) {
        List<Statement> statements = new ArrayList<>();
        for (var found : ANALYZER.analyze(Document.of(text)).statements()) {
            statements.add(Records.statement(id)
                    .setId(id + "/" + (statements.size() + 1))
                    .setSpeakers(found.states().stream()
                            .map(state -> new Speaker(state, null, null))
                            .toList())
                    .setAbout(found.about())
                    .setTopics(found.topics())
                    .setText(found.text())
                    .setStart(found.start())
                    .setEnd(found.end())
                    .setConfidence(found.confidence())
                    .build());
        }
        return Records.enrichedArticle(id)
                .setTitle(null)
                .setText(text)
                .setContentHash(Integer.toHexString(text.hashCode()))
                .setStatements(statements)
                .build();
    }
}
