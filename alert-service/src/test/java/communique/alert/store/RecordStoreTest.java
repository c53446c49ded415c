package communique.alert.store;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.Alert;
import communique.testkit.Records;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordStoreTest {
    private static final Alert ALERT = Records.alert("a", "a1").build();

    @TempDir
    static Path folder;

    private final RecordStore store = new RecordStore(folder.resolve("some/page"));
    private final RecordStore.Shelf<Alert> shelf = store.shelf(Alert.class);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesBackWhatItTookIn() {
        long number = shelf.add(ALERT);
        long other = shelf.add(Records.alert("b", "b1").build());

        assertThat(shelf.find(number)).contains(ALERT);
        assertThat(other).isNotEqualTo(number);
    }

    @Test
    void forgetsWhatIsRemoved() {
        long number = shelf.add(ALERT);

        shelf.remove(number);

        assertThat(shelf.find(number)).isEmpty();
    }

    @Test
    void beginsEmpty() {
        long number = shelf.add(ALERT);
        store.close();

        try (RecordStore again = new RecordStore(folder.resolve("some/page"))) {
            assertThat(again.shelf(Alert.class).find(number)).isEmpty();
        }
    }

    @Test
    void hasNothingOnceItIsClosed() {
        long number = shelf.add(ALERT);

        store.close();

        assertThat(shelf.find(number)).isEmpty();
        shelf.add(ALERT);
        shelf.remove(number);
    }
}
