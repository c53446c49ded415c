package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import communique.alert.view.AlertJson;
import communique.schemas.v1.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentAlertsTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final RecentAlerts recent = new RecentAlerts(3);
    private long offset;

    @Test
    void showsTheNewestPublicationFirst() {
        put("old", -60);
        put("new", 60);
        put("middle", 0);

        assertThat(page(10)).containsExactly("new", "middle", "old");
    }

    @Test
    void ordersWhatIsPublishedAtTheSameTimeByItsId() {
        put("a", 0);
        put("c", 0);
        put("b", 0);

        assertThat(page(10)).containsExactly("c", "b", "a");
    }

    @Test
    void keepsTheLatestRevisionInTheSamePlace() {
        put("a", 0);
        put("b", 60);
        recent.put(offset++, alert("a", 2, 0));

        assertThat(page(10)).containsExactly("b", "a");
        assertThat(recent.find("a"))
                .get()
                .extracting(entry -> entry.alert().revision())
                .isEqualTo(2);
        assertThat(recent.size()).isEqualTo(2);
    }

    @Test
    void movesAnAlertWhoseFirstPublicationTurnsOutToBeEarlier() {
        put("a", 60);
        put("b", 0);
        recent.put(offset++, alert("a", 2, -60));

        assertThat(page(10)).containsExactly("b", "a");
    }

    @Test
    void dropsTheEarliestPublishedWhereThereAreTooMany() {
        put("a", 0);
        put("b", 60);
        put("c", 120);
        put("d", 30);

        assertThat(page(10)).containsExactly("c", "b", "d");
        assertThat(recent.find("a")).isEmpty();
        assertThat(recent.since(-1)).hasSize(3);
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
        assertThat(recent.put(5, alert("a", 2, 0))).isPresent();

        assertThat(recent.put(4, alert("a", 1, 0))).isEmpty();
        assertThat(recent.put(5, alert("a", 2, 0))).isEmpty();

        assertThat(recent.find("a"))
                .get()
                .extracting(entry -> entry.alert().revision())
                .isEqualTo(2);
    }

    @Test
    void goesOnAfterAnAlert() {
        put("a", 0);
        put("b", 60);
        put("c", 120);

        assertThat(ids(recent.page(1, Optional.of("c"), AlertFilter.ALL))).containsExactly("b");
        assertThat(ids(recent.page(5, Optional.of("a"), AlertFilter.ALL))).isEmpty();
        assertThat(recent.page(5, Optional.of("unknown"), AlertFilter.ALL)).isEmpty();
    }

    @Test
    void tellsWhatCameAfterAPositionInTheOrderInWhichItCame() {
        put("a", 120);
        put("b", 60);
        put("c", 0);
        recent.put(offset++, alert("a", 2, 120));

        assertThat(recent.since(0)).extracting(entry -> entry.alert().id()).containsExactly("b", "c", "a");
        assertThat(recent.since(3)).isEmpty();
    }

    private void put(String id, int seconds) {
        recent.put(offset++, alert(id, 1, seconds));
    }

    private static Alert alert(String id, int revision, int seconds) {
        return SampleAlerts.revision(id, revision)
                .setPublished(NOON.plusSeconds(seconds))
                .build();
    }

    private List<String> page(int limit) {
        return ids(recent.page(limit, Optional.empty(), AlertFilter.ALL));
    }

    private static List<String> ids(Optional<List<AlertJson>> page) {
        return page.orElseThrow().stream().map(AlertJson::id).toList();
    }
}
