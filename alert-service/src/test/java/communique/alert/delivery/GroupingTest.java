package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import communique.alert.delivery.Arrival.Position;
import communique.alert.delivery.Backlog.Attempt;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.console.ConsoleConfig;
import communique.alert.delivery.pagerduty.PagerDutyConfig;
import communique.alert.route.Route;
import communique.alert.route.RoutePlan;
import communique.alert.silence.Silences;
import communique.kit.config.YamlFile;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import communique.schemas.v1.Silence;
import communique.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final ConsoleConfig DESK = new ConsoleConfig("desk", Wanted.ALL, false);
    private static final DeliveryOutcome OK = new Delivered(Reply.NONE);
    private static final DeliveryOutcome BROKEN = new Retry(FailureReason.SERVER_ERROR, Duration.ZERO, Reply.NONE);
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final TestClock clock = TestClock.at("2026-03-02T12:00:00Z");
    private final Silences silences = new Silences();
    private final Set<String> inhibited = new HashSet<>();
    private final List<Delivery> recorded = new ArrayList<>();
    private Backlog backlog = backlog("{channel: desk}");
    private long offset;

    @Test
    void tellsAlertsOfOneStoryTogetherAfterAWait() {
        offer("a", "story-1");
        offer("b", "story-2");
        offer("c", "story-1");

        assertThat(next()).isEmpty();
        clock.advance(WAIT);

        assertThat(ids(settleNext(OK))).containsExactly("a", "c");
        assertThat(ids(settleNext(OK))).containsExactly("b");
        assertThat(recorded).extracting(Delivery::getGroup).contains(Optional.of("story=story-1"));
    }

    @Test
    void keepsTheIntervalBetweenMessagesOfAGroup() {
        offer("a", "story-1");
        clock.advance(WAIT);
        settleNext(OK);
        clock.advance(Duration.ofSeconds(10));

        offer("b", "story-1");

        clock.advance(INTERVAL.minusSeconds(11));
        assertThat(next()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(ids(settleNext(OK))).containsExactly("b");
    }

    @Test
    void tellsTheSameAlertsUnderTheSameIdWhenItTriesAgain() {
        offer("a", "story-1");
        offer("b", "story-1");
        clock.advance(WAIT);
        Attempt first = settleNext(BROKEN);
        offer("c", "story-1");
        clock.advance(INTERVAL.multipliedBy(3));

        List<Attempt> later = List.of(settleNext(OK), settleNext(OK));

        assertThat(later)
                .filteredOn(
                        attempt -> attempt.message().id().equals(first.message().id()))
                .singleElement()
                .satisfies(again -> {
                    assertThat(ids(again)).containsExactly("a", "b");
                    assertThat(again.message().attempt()).isEqualTo(2);
                });
    }

    @Test
    void tellsTheSameAlertsUnderTheSameIdAfterACrash() {
        offer("a", "story-1");
        offer("b", "story-1");
        clock.advance(WAIT);
        Attempt first = next().orElseThrow();
        List<Report> intents = backlog.intents(first);
        backlog = backlog("{channel: desk}");
        offset = 0;

        offer("a", "story-1", standing(intents.get(0)));
        assertThat(next()).as("until all of it is there").isEmpty();
        offer("b", "story-1", standing(intents.get(1)));
        offer("c", "story-1");

        Attempt again = next().orElseThrow();
        assertThat(again.message().id()).isEqualTo(first.message().id());
        assertThat(ids(again)).containsExactly("a", "b");
    }

    @Test
    void tellsAlertsOneByOneWhereAPartOfTheirMessageIsGone() {
        offer("a", "story-1");
        offer("b", "story-1");
        clock.advance(WAIT);
        List<Report> intents = backlog.intents(next().orElseThrow());
        backlog = backlog("{channel: desk}");

        offer("b", "story-1", standing(intents.get(1)));
        backlog.caughtUp(true);

        assertThat(next().orElseThrow().message().id()).isEqualTo("msg_b_1");
    }

    @Test
    void tellsOnlyTheLatestRevisionOfWhatWaits() {
        offer(SampleAlerts.revision("a", 1).build(), Standing.NONE);
        offer(SampleAlerts.revision("a", 2).build(), Standing.NONE);
        clock.advance(WAIT);

        assertThat(settleNext(OK).message().alerts())
                .extracting(Alert::getRevision)
                .containsExactly(2);
        assertThat(recorded.get(0).getReason()).contains("superseded");
    }

    @Test
    void sendsWhenTheQuietHoursAreOver() {
        backlog = backlog("{channel: desk, group_wait: 0s, quiet: [{from: '11:00', to: '13:00'}]}");
        offer("a", "story-1");

        assertThat(next()).isEmpty();
        assertThat(backlog.idle(clock.instant(), Duration.ofDays(1))).isEqualTo(Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));
        assertThat(next()).isPresent();
    }

    @Test
    void keepsBackWhatIsSilenced() {
        silences.put(
                "s1", silence("s1", List.of("story=story-1"), clock.instant().plusSeconds(60)));
        offer("a", "story-1");
        offer("b", "story-2");

        assertThat(recorded).singleElement().satisfies(delivery -> {
            assertThat(delivery.getStatus()).isEqualTo(DeliveryStatus.SUPPRESSED);
            assertThat(delivery.getReason()).contains("silenced");
            assertThat(delivery.getSilenceId()).contains("s1");
        });
        assertThat(backlog.size()).isEqualTo(1);
    }

    @Test
    void takesBackWhatIsSilencedWhileItWaitsForItsGroup() {
        offer("a", "story-1");
        offer("b", "story-1");
        clock.advance(WAIT);
        silences.put("s1", silence("s1", List.of("alert=a"), clock.instant().plusSeconds(60)));

        List<Report> withdrawn = backlog.withdraw(next().orElseThrow(), clock.instant());

        assertThat(withdrawn).singleElement().satisfies(report -> {
            assertThat(report.delivery().getAlertId()).isEqualTo("a");
            assertThat(report.delivery().getReason()).contains("silenced");
        });
        assertThat(ids(settleNext(OK))).containsExactly("b");
    }

    @Test
    void keepsBackWhatAnotherAlertOfTheStoryTells() {
        offer("a", "story-1");
        offer("b", "story-1");
        clock.advance(WAIT);
        inhibited.add("a");

        List<Report> withdrawn = backlog.withdraw(next().orElseThrow(), clock.instant());

        assertThat(withdrawn).singleElement().satisfies(report -> {
            assertThat(report.delivery().getAlertId()).isEqualTo("a");
            assertThat(report.delivery().getStatus()).isEqualTo(DeliveryStatus.SUPPRESSED);
            assertThat(report.delivery().getReason()).contains("inhibited");
        });
        assertThat(ids(settleNext(OK))).containsExactly("b");
    }

    @Test
    void takesNothingBackThatMayHaveArrived() {
        offer("a", "story-1");
        clock.advance(WAIT);
        settleNext(BROKEN);
        silences.put("s1", silence("s1", List.of("alert=a"), clock.instant().plusSeconds(6000)));
        clock.advance(Duration.ofMinutes(20));

        assertThat(backlog.withdraw(next().orElseThrow(), clock.instant())).isEmpty();
    }

    @Test
    void doesNotSendWhereNoRouteLeads() {
        backlog = backlog("{channel: other, routes: [{match: [speaker=CN], channel: desk}]}");

        offer("a", "story-1");

        assertThat(recorded).extracting(Delivery::getReason).containsExactly(Optional.of("unrouted"));
    }

    @Test
    void followsUpTheFirstMessageOfAnAlert() {
        Standing told =
                new Standing(1, true, 1, Optional.empty(), Optional.empty(), Optional.of("thread-7"), Optional.empty());
        offer(SampleAlerts.revision("a", 2).build(), told);
        clock.advance(WAIT);

        assertThat(settleNext(OK).message().follows()).contains("thread-7");
        assertThat(recorded.get(0).getReceipt()).contains("thread-7");
    }

    @Test
    void followsUpAFirstMessageThatWasSentWhileTheUpdateWaited() {
        backlog = backlog("{channel: desk, group_by: []}");
        offer(SampleAlerts.revision("a", 1).build(), Standing.NONE);
        offer(SampleAlerts.revision("a", 2).build(), Standing.NONE);
        clock.advance(WAIT);

        settleNext(new Delivered(Reply.NONE, Optional.of("thread-7")));
        Attempt update = settleNext(new Delivered(Reply.NONE, Optional.of("reply-8")));

        assertThat(update.message().alert().getRevision()).isEqualTo(2);
        assertThat(update.message().follows()).contains("thread-7");
    }

    @Test
    void tellsEachAlertAloneWhereTheReceiverHasAnIncidentForEach() {
        offer("a", "story-1");
        offer("b", "story-1");
        clock.advance(WAIT);
        List<Report> intents = backlog.intents(next().orElseThrow());
        backlog = backlog("{channel: desk}", new PagerDutyConfig("desk", Wanted.ALL, null, null));
        offset = 0;

        offer("a", "story-1");
        offer("b", "story-1", standing(intents.get(1)));
        clock.advance(WAIT);

        assertThat(settleNext(OK).message().id()).isEqualTo("msg_a_1");
        assertThat(settleNext(OK).message().id()).as("begun as one of several").isEqualTo("msg_b_1");
    }

    private Backlog backlog(String route) {
        return backlog(route, DESK);
    }

    private Backlog backlog(String route, ChannelConfig channel) {
        RoutePlan plan =
                RoutePlan.of(Optional.of(YamlFile.read(route, "route", Route.class)), List.of("desk", "other"));
        return new Backlog(
                channel,
                new RetrySchedule(List.of(Duration.ofMinutes(10), Duration.ofMinutes(10)), new Random(1)),
                new Gate(channel, () -> plan, silences, alert -> inhibited.contains(alert.getId())),
                new Endpoint(channel));
    }

    static Silence silence(String id, List<String> matchers, Instant ends) {
        return new Silence(id, matchers, Instant.EPOCH, ends, "ops", "known", Instant.EPOCH);
    }

    private static Standing standing(Report report) {
        return Standing.of(report.delivery(), Standing.NONE);
    }

    private void offer(String id, String story) {
        offer(id, story, Standing.NONE);
    }

    private void offer(String id, String story, Standing standing) {
        offer(SampleAlerts.joint(id).setStoryId(story).build(), standing);
    }

    private void offer(Alert alert, Standing standing) {
        Arrival arrival = new Arrival(new Position(0, offset++), alert, clock.instant(), Optional.empty());
        backlog.offer(arrival, standing, clock.instant()).forEach(report -> recorded.add(report.delivery()));
    }

    private Optional<Attempt> next() {
        return backlog.next(clock.instant());
    }

    private Attempt settleNext(DeliveryOutcome outcome) {
        Attempt attempt = next().orElseThrow();
        backlog.settle(attempt, outcome, clock.instant()).forEach(report -> recorded.add(report.delivery()));
        return attempt;
    }

    private static List<String> ids(Attempt attempt) {
        return attempt.message().alerts().stream().map(Alert::getId).toList();
    }
}
