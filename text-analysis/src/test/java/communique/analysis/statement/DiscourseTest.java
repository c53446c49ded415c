package communique.analysis.statement;

import static communique.analysis.Texts.voices;
import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Texts;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who is speaking where a sentence does not tell itself. */
class DiscourseTest {
    @Test
    void carriesASpeakerOverTheParagraph() {
        assertThat(voices("Lavrov said Moscow would keep its embassy in Kabul. Afghanistan needs trade, not isolation. "
                        + "The neighbours should agree on it."))
                .containsExactly(
                        "RU: Lavrov said Moscow would keep its embassy in Kabul.",
                        "RU: Afghanistan needs trade, not isolation.",
                        "RU: The neighbours should agree on it.");
    }

    @Test
    void endsAtANumberAlone() {
        assertThat(voices("Lavrov said Moscow would keep its embassy in Kabul. 1. 2. 3."))
                .containsExactly("RU: Lavrov said Moscow would keep its embassy in Kabul.");
    }

    @Test
    void endsAtNarrative() {
        assertThat(voices("Lavrov said Moscow would keep its embassy in Kabul. Afghanistan was left by the last troops "
                        + "in 2021."))
                .hasSize(1);
    }

    @Test
    void endsAtANewParagraph() {
        assertThat(voices("Lavrov said Moscow would keep its embassy in Kabul.\n\nAfghanistan is a land of mountains."))
                .hasSize(1);
    }

    @Test
    void endsAtANewSpeaker() {
        assertThat(voices(
                        "Lavrov said Moscow would keep its embassy in Kabul. An Indian diplomat said Delhi would too. "
                                + "Afghanistan should be grateful."))
                .containsExactly(
                        "RU: Lavrov said Moscow would keep its embassy in Kabul.",
                        "IN: Afghanistan should be grateful.");
    }

    @Test
    void endsAtNarrativeThatOnlyLooksLikeSpeech() {
        assertThat(voices("Lavrov said Moscow would keep its embassy in Kabul.\n\nA US aircraft was seen over Kabul."))
                .hasSize(1);
        assertThat(voices("Lavrov said Moscow would keep its embassy in Kabul. In May the Afghan flag was raised."))
                .hasSize(1);
        assertThat(voices("Lavrov said Moscow would keep its embassy in Kabul. Back in June, Afghans moved in."))
                .hasSize(1);
    }

    @Test
    void leavesAQuotationToWhoIsQuotedWhoeverItSpeaksOf() {
        assertThat(voices("“Iran condemned the blast in Kabul. The Taliban did not,” Lavrov said."))
                .containsExactly("RU: “Iran condemned the blast in Kabul.", "RU: The Taliban did not,” Lavrov said.");
    }

    @Test
    void givesWordsQuotedFromADocumentToTheStateItSpeaksOf() {
        assertThat(voices("“Pakistan strongly condemns the blast in Kabul,” the statement said."))
                .containsExactly("PK: “Pakistan strongly condemns the blast in Kabul,” the statement said.");
    }

    @Test
    void keepsAQuotationOnItsMatter() {
        assertThat(voices("Lavrov said: “Kabul must act. NATO has left a mess.”"))
                .containsExactly("RU: Lavrov said: “Kabul must act.", "RU: NATO has left a mess.”");
    }

    @Test
    void remembersWhomTheDatelineMadeOutToSpeak() {
        assertThat(voices(
                        "TEHRAN – Defense Minister Arash Parsa said the day was fine. Parsa said Kabul had been told."))
                .containsExactly("IR: Parsa said Kabul had been told.");
    }

    @Test
    void givesWhatTheySaidToTheOfficialsWhoSpokeLast() {
        assertThat(
                        voices(
                                "Pakistan and Afghanistan met. Iranian officials voiced hope for Kabul. They said Kabul was open."))
                .containsExactly("IR: Iranian officials voiced hope for Kabul.", "IR: They said Kabul was open.");
    }

    @Test
    void carriesAQuotationOverParagraphs() {
        assertThat(voices("Lavrov said: “Kabul must act.\n\n“The Taliban know it.”"))
                .containsExactly("RU: Lavrov said: “Kabul must act.", "RU: “The Taliban know it.”");
    }

    @Test
    void givesAQuotationToTheSpeakerAtItsEnd() {
        assertThat(voices("“Kabul must act. The Taliban know it,” Lavrov said."))
                .containsExactly("RU: “Kabul must act.", "RU: The Taliban know it,” Lavrov said.");
    }

    @Test
    void givesNumberedPointsToThoseWhoAgreedOnThem() {
        assertThat(voices("""
                        The special envoys of China, Russia, Iran and Pakistan reached the following consensus on Afghanistan.

                        First, frozen Afghan assets must be returned.

                        Second, no foreign bases should be built in Afghanistan.

                        It rained in Kabul that night."""))
                .containsExactly(
                        "CN+RU+IR+PK: The special envoys of China, Russia, Iran and Pakistan reached the following consensus on Afghanistan.",
                        "CN+RU+IR+PK: First, frozen Afghan assets must be returned.",
                        "CN+RU+IR+PK: Second, no foreign bases should be built in Afghanistan.");
    }

    @Test
    void makesTwoStatementsOfTwoVoices() {
        assertThat(voices("Russia said Kabul must act, while China said the Taliban had done enough."))
                .containsExactlyInAnyOrder(
                        "RU: Russia said Kabul must act, while China said the Taliban had done enough.",
                        "CN: Russia said Kabul must act, while China said the Taliban had done enough.");
    }

    @Test
    void makesOneStatementOfTwoSpeakers() {
        assertThat(voices("Russia and China said Kabul must act."))
                .containsExactly("RU+CN: Russia and China said Kabul must act.");
    }

    @Test
    void takesAShortPostOfAnOrganForItsOwnWords() {
        assertThat(voices(Texts.analyzePost("The authorities of Afghanistan need support, not lectures.", "RU")))
                .containsExactly("RU: The authorities of Afghanistan need support, not lectures.");
    }

    @Test
    void takesAPostAboutAnEventForNoStatement() {
        assertThat(voices(Texts.analyzePost("Lavrov hosted the Afghan foreign minister today. Photos below.", "RU")))
                .isEmpty();
    }

    @Test
    void takesTheTopicOfATalkForNoStatement() {
        assertThat(voices("The foreign ministers of Iran and Uzbekistan discussed Afghanistan."))
                .isEmpty();
    }

    @Test
    void takesTheTopicOfATalkForAStatementWhereAStateTellsOfIt() {
        assertThat(voices("The Iranian foreign ministry said Araghchi met his Uzbek colleague over Afghanistan. "
                        + "The ministers also discussed trade with Kabul."))
                .hasSize(2);
    }

    @Test
    void findsTheSourceOfAClaimInTheNextSentence() {
        assertThat(voices("Grain deliveries to Kabul will double. This was stated by the Russian trade minister."))
                .contains("RU: Grain deliveries to Kabul will double.");
    }

    @Test
    void takesADocumentInTheFirstPersonForTheWordsOfItsAuthor() {
        assertThat(voices("""
                        Remarks by Pakistan's Permanent Representative on Afghanistan

                        Mr. President,

                        Afghans have waited long enough. We ask the Council to listen to Kabul.

                        The winter in Herat is hard.

                        Thank you."""))
                .contains(
                        "PK: Afghans have waited long enough.",
                        "PK: We ask the Council to listen to Kabul.",
                        "PK: The winter in Herat is hard.")
                .doesNotContain("PK: Thank you.");
    }

    @Test
    void followsTheTurnsOfAnInterview() {
        assertThat(voices("""
                        Interview with Russia's envoy for Afghanistan

                        Question: Will Kabul get wheat?

                        Answer: Kabul got some last year. It is not enough for Afghanistan.

                        — And fuel?

                        — Fuel went to Herat by rail."""))
                .containsExactly(
                        "RU: Answer: Kabul got some last year.",
                        "RU: It is not enough for Afghanistan.",
                        "RU: — Fuel went to Herat by rail.");
    }

    @Test
    void followsTheTurnsOfABriefing() {
        assertThat(voices("""
                        Lamp News: Will China buy Afghan nuts?

                        Lin Jian: Afghan nuts found friends in China. We sold out before Kabul had counted them.

                        Harbour News: What about Afghan silk?"""))
                .containsExactly(
                        "CN: Lin Jian: Afghan nuts found friends in China.",
                        "CN: We sold out before Kabul had counted them.");
    }

    @Test
    void givesAgentlessPassivesOfAJointTextToAllWhoMet() {
        assertThat(voices("Russia and Iran issued a joint statement on Afghanistan. Regret was voiced over the ban on "
                        + "Afghan girls."))
                .contains("RU+IR: Regret was voiced over the ban on Afghan girls.");
    }

    @Test
    void letsTheFirstSpeakerKeepWordsThatAnOrganPassesOn() {
        assertThat(Texts.speakers(
                        "Iran's trade minister told his guests that Kabul owed nothing, the Russian embassy reported."))
                .isEqualTo("IR");
    }

    @Test
    void readsTheOfficeOfAHeadlineInTheSentencesAfterIt() {
        assertThat(voices("Herat line to be extended, says parliament speaker\n\nThe speaker of Iran's parliament "
                        + "inspected the works."))
                .hasSize(1);
    }

    @Test
    void givesABareOfficeToTheStateOfTheDateline() {
        assertThat(Texts.speakers("MOSCOW, May 3 — The foreign ministry said Kabul had been told."))
                .isEqualTo("RU");
    }

    @Test
    void knowsWhoHeldAnOfficeOnTheDay() {
        String text = "The Taliban must keep their word, Zarif said in Vienna.";

        assertThat(voices(Texts.analyze(text, LocalDate.of(2020, 5, 1)))).hasSize(1);
        assertThat(voices(Texts.analyze(text, LocalDate.of(2024, 1, 1)))).isEmpty();
    }

    @Test
    void countsTheMembersOfAGroupAsOfTheDay() {
        String text = "The Shanghai Cooperation Organisation called for peace in Afghanistan.";

        assertThat(Texts.statements(Texts.analyze(text, LocalDate.of(2021, 9, 17)))
                        .get(0)
                        .states())
                .contains("CN", "RU", "PK")
                .doesNotContain("IR");
    }

    @Test
    void knowsByNameWhoWasIntroducedByHisOffice() {
        assertThat(voices(
                        "TEHRAN – A senior Iranian police officer put the blame on Kabul for the shots. Akram Rafiq said "
                                + "Afghan guards had fired first. He added that Afghanistan would hear of it."))
                .containsExactly(
                        "IR: A senior Iranian police officer put the blame on Kabul for the shots.",
                        "IR: Akram Rafiq said Afghan guards had fired first.",
                        "IR: He added that Afghanistan would hear of it.");
    }

    @Test
    void keepsTheSpokesmanWhoSpeaksApartFromOneWhoIsNamed() {
        assertThat(voices(
                        "Iranian government spokesman Ali Karimi said talks were slow. Karimi said US State Department "
                                + "spokesman John Roe's words were empty. The border posts with Afghanistan are open, the spokesman "
                                + "said."))
                .containsExactly("IR: The border posts with Afghanistan are open, the spokesman said.");
    }

    @Test
    void meansByBothOfficialsThoseWhoMet() {
        assertThat(voices(
                        "Lavrov met the press in Moscow with visiting Iranian Foreign Minister Hossein Amir-Abdollahian. "
                                + "Amir-Abdollahian said the US administration had sent word. Both officials called on Kabul to fight "
                                + "drugs."))
                .containsExactly("RU+IR: Both officials called on Kabul to fight drugs.");
    }

    @Test
    void knowsTheSubjectBeforeBrackets() {
        assertThat(
                        voices(
                                "Lavrov, the guest of the town (where the talks were held) told reporters that Kabul needed trade."))
                .hasSize(1);
    }

    @Test
    void leavesTheOfficeOfABodyToTheBody() {
        assertThat(voices(
                        "TEHRAN – The World Food Programme (WFP) Executive Director Anna Bell told reporters that Afghans "
                                + "were hungry."))
                .isEmpty();
    }

    @Test
    void takesNoTreatyThatIsSignedForWords() {
        assertThat(voices("The transit agreement was signed by officials of Iran, India and Afghanistan."))
                .isEmpty();
    }

    @Test
    void takesATextThatTellsOfSomebodyForSomebodyElses() {
        assertThat(voices("Putin's message to the West\n\nThe hall was full on Monday. Rain had fallen since dawn.\n\n"
                        + "We went to Afghanistan and we lost. Nobody asked why.\n\nNations have a right to be "
                        + "themselves, said Putin."))
                .noneMatch(voice -> voice.contains("We went"));
    }
}
