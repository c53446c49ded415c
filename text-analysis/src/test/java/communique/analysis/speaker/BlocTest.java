package communique.analysis.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.lexicon.LexiconFiles;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlocTest {
    private static final Bloc SCO =
            Bodies.blocs(new LexiconFiles(Optional.empty())).get("sco");

    @Test
    void hasTheMembersOfTheDay() {
        assertThat(SCO.on(Optional.of(LocalDate.of(2016, 6, 1))))
                .contains("CN", "RU")
                .doesNotContain("PK", "IR");
        assertThat(SCO.on(Optional.of(LocalDate.of(2021, 9, 17))))
                .contains("PK")
                .doesNotContain("IR");
        assertThat(SCO.on(Optional.of(LocalDate.of(2024, 7, 4)))).contains("PK", "IR", "BY");
    }

    @Test
    void hasAllMembersWhereTheDayIsUnknown() {
        assertThat(SCO.on(Optional.empty())).contains("CN", "RU", "PK", "IR");
    }
}
