package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import communique.alert.store.RecordStore;
import communique.alert.web.RecentAlerts.Row;
import communique.schemas.v1.Alert;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentAlertsTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @TempDir
    static Path folder;

    private final RecordStore store = new RecordStore(folder);
    private final RecentAlerts recent = new RecentAlerts(3, store);
    private long offset;

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsTheNewestPublicationFirst() {
        put("old", -60);
        put("new", 60);
        put("middle", 0);

        assertThat(ids()).containsExactly("new", "middle", "old");
    }

    @Test
    void ordersWhatIsPublishedAtTheSameTimeByItsId() {
        put("a", 0);
        put("c", 0);
        put("b", 0);

        assertThat(ids()).containsExactly("c", "b", "a");
    }

    @Test
    void keepsTheLatestRevisionInTheSamePlace() {
        put("a", 0);
        put("b", 60);
        recent.put(offset++, alert("a", 2, 0));

        assertThat(ids()).containsExactly("b", "a");
        assertThat(recent.find("a"))
                .get()
                .extracting(row -> recent.read(row).orElseThrow().getRevision())
                .isEqualTo(2);
        assertThat(recent.size()).isEqualTo(2);
    }

    @Test
    void movesAnAlertWhoseFirstPublicationTurnsOutToBeEarlier() {
        put("a", 60);
        put("b", 0);
        recent.put(offset++, alert("a", 2, -60));

        assertThat(ids()).containsExactly("b", "a");
    }

    @Test
    void dropsTheEarliestPublishedWhereThereAreTooMany() {
        put("a", 0);
        put("b", 60);
        put("c", 120);
        put("d", 30);

        assertThat(ids()).containsExactly("c", "b", "d");
        assertThat(recent.find("a")).isEmpty();
        assertThat(recent.since(-1)).hasSize(3);
    }

    @Test
    void knowsTheAlertsOfAStory() {
        recent.put(offset++, ofStory("a", 1));
        recent.put(offset++, ofStory("b", 1));
        recent.put(offset++, ofStory("a", 2));
        assertThat(recent.ofStory("s")).extracting(Row::id).containsExactlyInAnyOrder("a", "b");

        recent.remove(offset++, "a");
        recent.remove(offset++, "b");

        assertThat(recent.ofStory("s")).isEmpty();
    }

    @Test
    void dropsWhatIsDeleted() {
        put("a", 0);

        recent.remove(offset++, "a");
        recent.remove(offset++, "unknown");

        assertThat(recent.size()).isZero();
        assertThat(recent.position()).isEqualTo(2);
    }

    @Test
    void takesNoRecordTwice() {
        assertThat(recent.put(5, alert("a", 2, 0))).isTrue();

        assertThat(recent.put(4, alert("a", 1, 0))).isFalse();
        assertThat(recent.put(5, alert("a", 2, 0))).isFalse();

        assertThat(recent.find("a"))
                .get()
                .extracting(row -> recent.read(row).orElseThrow().getRevision())
                .isEqualTo(2);
    }

    @Test
    void goesOnAfterAnAlert() {
        put("a", 0);
        put("b", 60);
        put("c", 120);

        assertThat(recent.after(recent.find("c").orElseThrow()))
                .extracting(Row::id)
                .containsExactly("b", "a");
        assertThat(recent.after(recent.find("a").orElseThrow())).isEmpty();
    }

    @Test
    void readsNoRevisionThatIsReplaced() {
        put("a", 0);
        Row replaced = recent.find("a").orElseThrow();
        recent.put(offset++, alert("a", 2, 0));

        assertThat(recent.read(replaced)).isEmpty();
    }

    @Test
    void tellsWhatCameAfterAPositionInTheOrderInWhichItCame() {
        put("a", 120);
        put("b", 60);
        put("c", 0);
        recent.put(offset++, alert("a", 2, 120));

        assertThat(recent.since(0)).extracting(Row::id).containsExactly("b", "c", "a");
        assertThat(recent.since(3)).isEmpty();
    }

    private static Alert ofStory(String id, int revision) {
        return SampleAlerts.revision(id, revision).setStoryId("s").build();
    }

    private void put(String id, int seconds) {
        recent.put(offset++, alert(id, 1, seconds));
    }

    private static Alert alert(String id, int revision, int seconds) {
        return SampleAlerts.revision(id, revision)
                .setPublished(NOON.plusSeconds(seconds))
                .build();
    }

    private List<String> ids() {
        return recent.all().stream().map(Row::id).toList();
    }
}
