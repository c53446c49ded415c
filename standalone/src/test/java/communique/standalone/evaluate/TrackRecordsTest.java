package communique.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.statement.SpeechAct;
import communique.analysis.statement.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackRecordsTest {
    private final TrackRecords records = new TrackRecords();

    @Test
    void countsWhatARuleFoundAndWhatIsRight() {
        records.add(found("verb"), true);
        records.add(found("verb"), false);

        assertThat(records.lines()).containsSubsequence("[verb]", "found: 2", "right: 1");
    }

    @Test
    void countsWhatSeveralRulesFoundForTheSurest() {
        records.add(found("verb"), true);
        records.add(found("noun"), false);
        records.add(found("noun", "verb"), true);

        assertThat(records.lines())
                .containsSubsequence("[noun]", "found: 1", "right: 0")
                .containsSubsequence("[verb]", "found: 2", "right: 2");
    }

    private static Statement found(String... rules) {
        return new Statement(
                List.of(),
                SpeechAct.SAY,
                List.of("AF"),
                List.of(),
                "Peace is needed.",
                0,
                16,
                0.9,
                List.of(rules),
                Optional.empty());
    }
}
