package communique.alert.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.store.RecordStore;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import communique.schemas.v1.SourceState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    static Path folder;

    private final RecordStore store = new RecordStore(folder.resolve("page"));
    private final Ledger ledger = new Ledger(store);
    private final Recent<SourceState> two = new Recent<>(2, store.shelf(SourceState.class));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsTheNewestInWhateverOrderTheyCome() {
        two.put(30, "c", source("c"));
        two.put(10, "a", source("a"));
        two.put(20, "b", source("b"));

        assertThat(latest()).containsExactly("c", "b");

        two.put(5, "older", source("older"));
        assertThat(latest()).containsExactly("c", "b");

        two.put(40, "b", source("b"));
        assertThat(latest()).containsExactly("b", "c");

        two.put(50, "b", null);
        assertThat(latest()).containsExactly("c");
    }

    @Test
    void theLastToComeIsTheNewestOfOneMoment() {
        two.put(10, "b", source("b"));
        two.put(10, "a", source("a"));

        assertThat(latest()).containsExactly("a", "b");
    }

    @Test
    void anAlertIsGivenUpUntilTheChannelTakesThatRevisionOrALaterOne() {
        deliver("desk", "same", 2, DeliveryStatus.REJECTED, "");
        deliver("desk", "same", 2, DeliveryStatus.DELIVERED, "@request");
        deliver("desk", "later", 2, DeliveryStatus.REJECTED, "");
        deliver("desk", "later", 3, DeliveryStatus.DELIVERED, "@request");
        deliver("desk", "earlier", 2, DeliveryStatus.REJECTED, "");
        deliver("desk", "earlier", 1, DeliveryStatus.DELIVERED, "@request");
        deliver("desk", "twice", 2, DeliveryStatus.REJECTED, "");
        deliver("desk", "twice", 2, DeliveryStatus.REJECTED, "@request");
        deliver("desk", "elsewhere", 2, DeliveryStatus.REJECTED, "");
        deliver("other", "elsewhere", 2, DeliveryStatus.DELIVERED, "");

        assertThat(ledger.givenUp("desk")).containsExactlyInAnyOrder("earlier", "twice", "elsewhere");
        assertThat(ledger.givenUp("other")).isEmpty();
    }

    private void deliver(String channel, String alert, int revision, DeliveryStatus status, String request) {
        Delivery delivery = Delivery.newBuilder()
                .setChannel(channel)
                .setAlertId(alert)
                .setRevision(revision)
                .setMessageId("msg_" + alert)
                .setStatus(status)
                .setAttempts(1)
                .build();
        ledger.put(0, channel + "/" + alert + request, delivery);
    }

    private List<String> latest() {
        return two.latest(source -> true, 10).stream()
                .map(SourceState::getSourceId)
                .toList();
    }

    private static SourceState source(String id) {
        return SourceState.newBuilder()
                .setSourceId(id)
                .setUrl("https://" + id + ".example/feed")
                .setOutcome("ok")
                .setFailures(0)
                .build();
    }
}
