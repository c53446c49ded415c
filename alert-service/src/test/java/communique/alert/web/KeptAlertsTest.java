package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import communique.alert.ledger.Ledger;
import communique.alert.store.RecordStore;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import communique.schemas.v1.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page keeps, and what that costs. */
class KeptAlertsTest {
    private static final int KEPT = 20_000;
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    /** Without the texts of twenty thousand alerts, which are more than 300 MB as objects. */
    private static final long MOST_HEAP = 50_000_000;

    @TempDir
    private Path folder;

    @Test
    void twentyThousandAlertsAndWhatBecameOfThemTakeLittleMemory() {
        try (RecordStore store = new RecordStore(folder.resolve("page"))) {
            long before = heap();
            AlertBoard board = new AlertBoard(new RecentAlerts(KEPT, store), () -> {});
            Ledger ledger = new Ledger(store);
            for (int i = 0; i < KEPT; i++) {
                Alert alert = SampleAlerts.joint("alert-" + i)
                        .setPublished(NOON.plusSeconds(i))
                        .setHeadline("Headline " + i)
                        .build();
                board.put(i, alert.getId(), alert);
                ledger.put(i, decision(alert, i));
                ledger.put(i, "desk/" + alert.getId(), delivery(alert));
            }

            long held = heap() - before;

            assertThat(held).isLessThan(MOST_HEAP);
            assertThat(board.size()).isEqualTo(KEPT);
            assertThat(board.page(200, Optional.empty())
                            .orElseThrow()
                            .alerts()
                            .get(0)
                            .headline())
                    .startsWith("Headline 19999");
            assertThat(ledger.deliveriesOf("alert-7")).hasSize(1);
            assertThat(ledger.decisions(decision -> true, KEPT)).hasSize(KEPT);
        }
    }

    private static Decision decision(Alert alert, int i) {
        return Decision.newBuilder()
                .setArticleId("article-" + i)
                .setOutcome(Outcome.ALERTED)
                .setReason("nothing like it was known")
                .setAlertIds(List.of(alert.getId()))
                .setArticle(
                        SampleAlerts.source("article-" + i, "Courier", "Title " + i, "https://courier.example/" + i))
                .build();
    }

    private static Delivery delivery(Alert alert) {
        return Delivery.newBuilder()
                .setChannel("desk")
                .setAlertId(alert.getId())
                .setRevision(1)
                .setMessageId("msg_" + alert.getId() + "_1")
                .setStatus(DeliveryStatus.DELIVERED)
                .setAttempts(1)
                .build();
    }

    /** What is in use once nothing is left to collect. */
    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
