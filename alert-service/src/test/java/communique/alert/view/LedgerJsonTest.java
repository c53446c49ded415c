package communique.alert.view;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.view.LedgerJson.SilenceJson;
import communique.schemas.v1.Silence;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerJsonTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-04T11:59:59Z, 2026-03-04T14:00:00Z, active",
        "2026-03-04T12:00:00Z, 2026-03-04T14:00:00Z, active",
        "2026-03-04T12:00:01Z, 2026-03-04T14:00:00Z, pending",
        "2026-03-04T11:00:00Z, 2026-03-04T12:00:00Z, over",
        // Ended before it began.
        "2026-03-04T14:00:00Z, 2026-03-04T11:59:59Z, over",
    })
    void aSilenceIsPendingActiveOrOver(Instant starts, Instant ends, String state) {
        Instant now = Instant.parse("2026-03-04T12:00:00Z");
        Silence silence = new Silence("s", List.of("speaker=RU"), starts, ends, "maryam", "known", starts);

        assertThat(SilenceJson.of(silence, 0, now).state()).isEqualTo(state);
    }
}
