package communique.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.novelty.Fingerprint;
import communique.standalone.evaluate.StoryPairs.Pair;
import communique.standalone.evaluate.StoryPairs.Report;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoryPairsTest {
    private static final Set<String> CALL =
            Set.of("person:Abbas Araghchi", "person:Amir Khan Muttaqi", "word:helman", "word:treaty", "word:dehraw");
    private static final Set<String> SURVEY =
            Set.of("person:Zamir Kabulov", "word:railwa", "word:survey", "word:kharla", "word:naibab");

    private final StoryPairs stories = new StoryPairs();

    @Test
    void saysOneStoryOfReportsThatTellTheSame() {
        stories.add(report("1", "call", "2026-03-01", CALL));
        stories.add(report("2", "call", "2026-03-02", CALL));
        stories.add(report("3", "survey", "2026-03-02", SURVEY));

        assertThat(stories.pairs()).hasSize(3).allMatch(pair -> pair.said() == pair.labelled());
    }

    @Test
    void showsWhereItDiffersFromTheLabels() {
        stories.add(report("1", "call", "2026-03-01", CALL));
        stories.add(report("2", "another-call", "2026-03-02", CALL));

        assertThat(stories.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.said()).isTrue();
            assertThat(pair.labelled()).isFalse();
            assertThat(pair.verdict().reason()).contains("alike");
        });
    }

    @Test
    void readsReportsInTheOrderOfTheirDays() {
        stories.add(report("later", "call", "2026-03-02", CALL));
        stories.add(report("earlier", "call", "2026-03-01", CALL));

        assertThat(stories.pairs())
                .extracting(Pair::earlier)
                .extracting(Report::id)
                .containsExactly("earlier");
    }

    private static Report report(String id, String key, String day, Set<String> features) {
        return new Report(id, "en", key, Optional.of(LocalDate.parse(day)), new Fingerprint(features));
    }
}
