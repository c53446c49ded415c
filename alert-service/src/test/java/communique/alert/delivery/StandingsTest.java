package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final Instant START = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant LATER = START.plusSeconds(60);

    private final Standings standings = new Standings();

    @Test
    void letsGoOfWhatWasNotTouchedForLong() {
        standings.put("old", silenced("old", "s1"), START);
        standings.put("seen", delivered("seen"), START);
        standings.put("told", delivered("told"), START);
        standings.touch("seen", LATER);
        standings.put("told", delivered("told"), LATER);

        standings.forgetBefore(LATER);

        assertThat(standings.get("old")).isEqualTo(Standing.NONE);
        assertThat(standings.keptBy("s1")).isEmpty();
        assertThat(standings.get("seen").covers(1)).isTrue();
        assertThat(standings.get("told").covers(1)).isTrue();
        standings.forgetBefore(LATER.plusSeconds(1));
        assertThat(standings.isEmpty()).isTrue();
    }

    @Test
    void knowsWhatEachSilenceKeptBack() {
        standings.put("b", silenced("b", "s1"), START);
        standings.put("a", silenced("a", "s1"), START);
        standings.put("c", silenced("c", "s2"), START);
        standings.touch("a", LATER);

        assertThat(standings.keptBy("s1")).containsExactly("a", "b");

        standings.put("b", delivered("b"), LATER);
        standings.remove("c");

        assertThat(standings.keptBy("s1")).containsExactly("a");
        assertThat(standings.keptBy("s2")).isEmpty();
    }

    @Test
    void doesNotTakeNoteOfAnAlertNothingWasDoneFor() {
        standings.touch("a", START);

        assertThat(standings.isEmpty()).isTrue();
    }

    static Delivery delivered(String alertId) {
        return delivery(alertId, DeliveryStatus.DELIVERED).build();
    }

    static Delivery silenced(String alertId, String silenceId) {
        return delivery(alertId, DeliveryStatus.SUPPRESSED)
                .setSilenceId(silenceId)
                .build();
    }

    private static Delivery.Builder delivery(String alertId, DeliveryStatus status) {
        return Delivery.newBuilder()
                .setChannel("desk")
                .setAlertId(alertId)
                .setRevision(1)
                .setMessageId("msg_" + alertId + "_1")
                .setStatus(status)
                .setAttempts(1);
    }
}
