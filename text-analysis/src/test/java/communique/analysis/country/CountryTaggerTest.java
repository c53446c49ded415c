package communique.analysis.country;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.English;
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
        return CountryTagger.tag(units, English.sentences(units), speakers, about);
    }
}
