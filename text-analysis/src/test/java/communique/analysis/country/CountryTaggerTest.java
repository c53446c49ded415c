package communique.analysis.country;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.English;
import communique.analysis.text.Dateline;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountryTaggerTest {
    @Test
    void countsEveryWayToNameACountry() {
        List<CountryTag> tags = tag("Kabul and the Taliban met Iranians. Afghans hope.", Set.of(), Set.of());

        assertThat(tags).extracting(CountryTag::code).containsExactly("AF", "IR");
        assertThat(tags.get(0).mentions()).isEqualTo(3);
    }

    @Test
    void tellsWhoSpeaksAboutWhom() {
        List<CountryTag> tags = tag("Russia calls on Kabul.", Set.of("RU"), Set.of("AF"));

        assertThat(role(tags, "RU")).containsExactlyInAnyOrder(CountryRole.SPEAKER, CountryRole.MENTION);
        assertThat(role(tags, "AF")).containsExactlyInAnyOrder(CountryRole.ABOUT, CountryRole.MENTION);
    }

    @Test
    void takesWhatIsNamedOnceBesideAMainMatterForAMention() {
        List<CountryTag> tags = tag(
                "Afghanistan waits. Afghans hope. Afghanistan trades. Afghans work. Afghans sing. Afghans wait. Afghans know Oslo.",
                Set.of(),
                Set.of());

        assertThat(tags)
                .filteredOn(CountryTag::main)
                .extracting(CountryTag::code)
                .containsExactly("AF");
    }

    @Test
    void takesTheTownOfTheDatelineForTheVenue() {
        List<CountryTag> tags = tag("NAIROBI, 2 May - The dam is full. Farmers are glad.", Set.of(), Set.of());

        assertThat(role(tags, "KE")).containsExactly(CountryRole.VENUE);
        assertThat(tags).allMatch(CountryTag::main);
    }

    @Test
    void takesTheWiderOfTwoPlacesInADateline() {
        List<CountryTag> tags = tag("BERLIN, New Hampshire, 2 May - The mill is shut.", Set.of(), Set.of());

        assertThat(tags).extracting(CountryTag::code).containsExactly("US");
    }

    @Test
    void asksMoreOfACountryThatOnlyComesUpLater() {
        List<CountryTag> tags = tag(
                "Kenya sells tea. Kenyans drink it. Rain fell in Kenya. It fell in Chile and in Peru. Peru sells none. Peruvians are sad.",
                Set.of(),
                Set.of());

        assertThat(tags)
                .filteredOn(CountryTag::main)
                .extracting(CountryTag::code)
                .containsExactly("KE", "PE");
    }

    @Test
    void countsAnOrganThatOnlyOneStateHas() {
        assertThat(tag("The FBI and the ISPR were told.", Set.of(), Set.of()))
                .extracting(CountryTag::code)
                .containsExactly("PK", "US");
        assertThat(tag("The British Foreign Office was told.", Set.of(), Set.of()))
                .extracting(CountryTag::code)
                .containsExactly("GB");
    }

    @Test
    void takesSilentMembersOfAGroupThatSpeaksForNoMainMatter() {
        List<CountryTag> tags = tag("Russia hosts the group.", Set.of("RU", "KZ", "UZ"), Set.of());

        assertThat(tags)
                .filteredOn(CountryTag::main)
                .extracting(CountryTag::code)
                .containsExactly("RU");
    }

    @Test
    void takesWhoSpeaksWithoutBeingNamedForAMainMatter() {
        List<CountryTag> tags = tag("Kabul has to act, the ministry said.", Set.of("RU"), Set.of("AF"));

        assertThat(tags)
                .filteredOn(CountryTag::main)
                .extracting(CountryTag::code)
                .contains("RU");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(tag("It rained.", Set.of(), Set.of())).isEmpty();
    }

    private static Set<CountryRole> role(List<CountryTag> tags, String code) {
        return tags.stream()
                .filter(tag -> tag.code().equals(code))
                .findFirst()
                .orElseThrow()
                .roles();
    }

    private static List<CountryTag> tag(String text, Set<String> speakers, Set<String> about) {
        Units units = English.units(text);
        List<Sentence> sentences = English.sentences(units).stream()
                .map(sentence -> sentence.from(Dateline.end(units, sentence)))
                .toList();
        return CountryTagger.tag(units, sentences, speakers, about);
    }
}
