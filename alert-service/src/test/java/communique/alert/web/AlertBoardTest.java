package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import communique.alert.store.RecordStore;
import communique.alert.view.AlertJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertBoardTest {
    @TempDir
    static Path folder;

    private final RecordStore store = new RecordStore(folder);
    private final AtomicInteger dropped = new AtomicInteger();
    private final AlertBoard board = new AlertBoard(new RecentAlerts(10_000, store), dropped::incrementAndGet);
    private final FakeOutput output = new FakeOutput();
    private final LiveClient client = new LiveClient(output);

    @BeforeEach
    void readThePast() {
        board.setComplete();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tellsClientsOfEveryNewRevision() throws Exception {
        put(0, "a", 1);
        join(Optional.empty());

        put(1, "b", 1);
        put(2, "a", 2);

        assertThat(output.written()).startsWith("id: 1\nevent: alert\ndata: {\"id\":\"b\",\"revision\":1,");
        assertThat(output.written()).contains("}\n\nid: 2\nevent: alert\ndata: {\"id\":\"a\",\"revision\":2,");
        assertThat(output.written()).endsWith("}\n\n").doesNotContain("id: 0");
    }

    @Test
    void givesAClientThatComesBackWhatItMissed() throws Exception {
        put(0, "a", 1);
        put(1, "b", 1);
        put(2, "c", 1);

        join(Optional.of(0L));
        put(3, "d", 1);

        assertThat(output.written().lines().filter(line -> line.startsWith("id: ")))
                .containsExactly("id: 1", "id: 2", "id: 3");
    }

    @Test
    void tellsAClientThatMissedTooMuchToStartOver() throws Exception {
        IntStream.range(0, 600).forEach(i -> put(i, "a" + i, 1));

        join(Optional.of(0L));

        assertThat(output.written()).isEqualTo("event: reset\ndata: {}\n\n");
    }

    @Test
    void tellsAClientOfAnotherTopicToStartOver() throws Exception {
        put(0, "a", 1);

        join(Optional.of(77L));

        assertThat(output.written()).isEqualTo("event: reset\ndata: {}\n\n");
    }

    @Test
    void tellsNoNewsWhileThePastIsStillRead() throws Exception {
        AlertBoard early = new AlertBoard(new RecentAlerts(10, store), dropped::incrementAndGet);
        early.join(client, Optional.of(77L));
        client.start();
        output.call();
        early.put(0, "a", SampleAlerts.joint("a").build());
        assertThat(output.written()).isEmpty();

        early.setComplete();

        assertThat(output.written()).isEqualTo("event: reset\ndata: {}\n\n");
    }

    @Test
    void showsThatTheConnectionLives() throws Exception {
        join(Optional.empty());

        board.heartbeat();

        assertThat(output.written()).isEqualTo(":\n\n");
    }

    @Test
    void countsClientsThatAreTooSlow() throws Exception {
        join(Optional.empty());
        output.setReady(false);

        IntStream.rangeClosed(0, LiveClient.MAX_WAITING).forEach(i -> put(i, "a", i + 1));

        assertThat(dropped).hasValue(1);
        assertThat(client.closed()).isDone();
    }

    @Test
    void forgetsAClientThatIsGone() throws Exception {
        join(Optional.empty());
        assertThat(board.clients()).isEqualTo(1);

        board.leave(client);

        assertThat(board.clients()).isZero();
    }

    @Test
    void sendsEveryClientAwayInTheEnd() throws Exception {
        join(Optional.empty());

        board.close();

        assertThat(client.closed()).isDone();
    }

    @Test
    void tellsWithAPageWhatToAskForNext() {
        put(0, "a", 1);
        put(1, "b", 1);
        put(2, "c", 1);

        AlertBoard.Page first = board.page(2, Optional.empty()).orElseThrow();
        AlertBoard.Page second = board.page(2, Optional.of(first.next())).orElseThrow();

        assertThat(first.alerts()).extracting(AlertJson::id).containsExactly("c", "b");
        assertThat(first.position()).isEqualTo(2);
        assertThat(second.alerts()).extracting(AlertJson::id).containsExactly("a");
        assertThat(second.next()).isNull();
    }

    @Test
    void forgetsWhatIsDeleted() {
        put(0, "a", 1);

        board.put(1, "a", null);

        assertThat(board.size()).isZero();
        assertThat(board.find("a")).isEmpty();
    }

    private void put(long position, String id, int revision) {
        board.put(position, id, SampleAlerts.revision(id, revision).build());
    }

    private void join(Optional<Long> after) throws IOException {
        board.join(client, after);
        client.start();
        output.call();
    }
}
