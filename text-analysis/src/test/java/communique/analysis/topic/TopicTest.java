package communique.analysis.topic;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Analysis;
import communique.analysis.English;
import communique.analysis.Texts;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.text.Units;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {
    @Test
    void hasTheClosedListWithDefinitionAndMediaTopic() {
        Taxonomy taxonomy = new Taxonomy(new LexiconFiles(Optional.empty()));

        assertThat(taxonomy.topics())
                .extracting(Taxonomy.Topic::code)
                .containsExactly(
                        "recognition",
                        "counterterrorism",
                        "humanitarian-aid",
                        "rights",
                        "inclusive-government",
                        "narcotics",
                        "refugees",
                        "sanctions-assets",
                        "trade-connectivity",
                        "border-water",
                        "military",
                        "diplomacy",
                        "evacuation-embassy");
        assertThat(taxonomy.topics()).allSatisfy(topic -> {
            assertThat(topic.mediaTopic()).matches("medtop:\\d{8}");
            assertThat(topic.definition()).endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia may recognize the de facto authorities. | recognition",
                "A suicide bombing by militants hit the mosque. | counterterrorism",
                "Tents and medicine for earthquake victims were flown in. | humanitarian-aid",
                "Girls and women are kept from schools. | rights",
                "An inclusive government of all ethnic groups is needed. | inclusive-government",
                "Opium and heroin smuggling fell. | narcotics",
                "Deportation of undocumented migrants goes on. | refugees",
                "Frozen assets and sanctions hurt. | sanctions-assets",
                "A railway would help exports and transit. | trade-connectivity",
                "The dam keeps water of the river back. | border-water",
                "Airstrikes and fighting between troops went on. | military",
                "Envoys held talks on mediation. | diplomacy",
                "Citizens were evacuated and the embassy closed. | evacuation-embassy"
            })
    void findsTheMainTopic(String text, String topic) {
        assertThat(tag(text).get(0).code()).isEqualTo(topic);
    }

    @Test
    void weighsTopicsByTheirShare() {
        List<TopicTag> tags = tag("Opium, heroin and poppy: three words on drugs that know no border.");

        assertThat(tags.get(0).code()).isEqualTo("narcotics");
        assertThat(tags.stream().mapToDouble(TopicTag::weight).sum()).isLessThanOrEqualTo(1.0001);
        assertThat(tags).isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
    }

    @Test
    void countsASentenceForMoreThanManyWords() {
        assertThat(
                        tag("It rained. Opium, heroin, hashish and poppy were seized. Girls went home. Women stayed there. The "
                                        + "press had left.")
                                .get(0)
                                .code())
                .isEqualTo("rights");
    }

    @Test
    void takesOneWordInALongArticleForAMentionInPassing() {
        String girls = "The school for girls is shut. Women wait. Women hope. ";

        assertThat(tag(girls + "A visa was needed. Rain fell."))
                .extracting(TopicTag::code)
                .contains("rights");
        assertThat(tag("It rained. " + girls + "It rained. A railway was built. It rained."))
                .extracting(TopicTag::code)
                .containsExactly("rights");
    }

    @Test
    void tellsTheTopicOfWordsThatPointBack() {
        Analysis analysis = Texts.analyze("Iran spoke of the earthquake.");

        assertThat(analysis.topics()).extracting(TopicTag::code).containsExactly("humanitarian-aid");
    }

    @Test
    void findsNoneInSmallTalk() {
        assertThat(tag("It rained all day.")).isEmpty();
    }

    private static List<TopicTag> tag(String text) {
        Units units = English.units(text);
        return new TopicTagger(units, English.sentences(units)).ofArticle(Set.of());
    }
}
