package communique.alert.view;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.Speaker;
import communique.testkit.Records;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Speaker minister = Records.statement("a1")
            .setSpeakers(List.of(new Speaker("RU", "Viktor Samarin", "foreign-minister")))
            .build()
            .getSpeakers()
            .get(0);

    @Test
    void namesCountriesInEnglish() {
        assertThat(Words.country("IR")).isEqualTo("Iran");
        assertThat(Words.country("no country")).isEqualTo("no country");
    }

    @Test
    void listsCountriesAsASentenceDoes() {
        assertThat(Words.countries(List.of())).isEmpty();
        assertThat(Words.countries(List.of("CN"))).isEqualTo("China");
        assertThat(Words.countries(List.of("CN", "RU"))).isEqualTo("China and Russia");
        assertThat(Words.countries(List.of("CN", "RU", "PK"))).isEqualTo("China, Russia and Pakistan");
    }

    @Test
    void tellsWhoSpeaksAsFarAsIsKnown() {
        assertThat(Words.speaker(minister)).isEqualTo("Viktor Samarin, foreign minister, Russia");
        assertThat(Words.speakers(List.of(minister, new Speaker("CN", null, null))))
                .isEqualTo("Viktor Samarin, foreign minister, Russia; China");
    }
}
