package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.console.ConsoleConfig;
import communique.alert.route.Grouping;
import communique.alert.route.Route;
import communique.alert.route.RoutePlan;
import communique.alert.route.Stop;
import communique.alert.rule.TimeWindow;
import communique.alert.silence.Silences;
import communique.kit.config.YamlFile;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryRequest;
import communique.schemas.v1.DeliveryStatus;
import communique.schemas.v1.RequestReason;
import communique.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    private static final DeliveryOutcome OK = new Delivered(Reply.NONE);
    private static final DeliveryOutcome BROKEN = new Retry(FailureReason.NETWORK, Duration.ZERO, Reply.NONE);
    private static final ConsoleConfig DESK = new ConsoleConfig("desk", Wanted.ALL, false);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Stop EVERY_HOUR = new Stop(
            "desk",
            Optional.empty(),
            new Grouping(List.of(), Duration.ZERO, Duration.ZERO, HOUR),
            "",
            List.of(),
            "route");

    private final TestClock clock = TestClock.atFetchTime();
    private final Instant start = clock.instant();
    private final Silences silences = new Silences();
    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final Reminders reminders = new Reminders(
            "desk",
            new Shared(
                    () -> RoutePlan.of(
                            Optional.of(YamlFile.read("{channel: desk, repeat_interval: 1h}", "route", Route.class)),
                            List.of("desk")),
                    silences,
                    new Requests(),
                    acknowledged,
                    () -> List.of(),
                    KnownAlerts.NONE,
                    channel -> Optional.empty()));
    private final Set<String> disabled = new HashSet<>();
    private final Endpoint endpoint = new Endpoint(DESK);
    private final Errands errands =
            new Errands("desk", new RetrySchedule(List.of(Duration.ofMinutes(1)), new Random(1)), endpoint);

    @Test
    void sendsAnAlertAgainUnderItsOwnId() {
        errands.offer(replay("r1", "a"), Standing.NONE);

        Errands.Attempt attempt = errands.next(clock.instant()).orElseThrow();
        Delivery delivery = errands.settle(attempt, OK, clock.instant());

        assertThat(attempt.message().id()).isEqualTo("msg_a_1");
        assertThat(delivery.getRequestId()).contains("r1");
        assertThat(delivery.getStatus()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(errands.size()).isZero();
    }

    @Test
    void sendsNothingThatIsSettled() {
        errands.offer(replay("r1", "a"), new Standing(1, true, 1, Optional.empty()));

        assertThat(errands.next(clock.instant())).isEmpty();
    }

    @Test
    void triesAgainWhenTheWaitIsOverAlsoAfterARestart() {
        errands.offer(replay("r1", "a"), Standing.NONE);
        Delivery failed = errands.settle(errands.next(clock.instant()).orElseThrow(), BROKEN, clock.instant());
        errands.clear();

        errands.offer(replay("r1", "a"), Standing.of(failed, Standing.NONE));

        assertThat(errands.next(clock.instant())).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(errands.next(clock.instant()).orElseThrow().message().attempt())
                .isEqualTo(2);
    }

    @Test
    void triesAllThatFailedWhenAReceiverThatWasDownTakesATest() {
        RetrySchedule everyHour = new RetrySchedule(List.of(HOUR, HOUR), new Random(1));
        Errands later = new Errands("desk", everyHour, endpoint);
        Backlog backlog = new Backlog(DESK, everyHour, Gate.open(DESK), endpoint);
        Pending alert = waiting("a", 0);
        backlog.offer(alert.arrival(), Standing.NONE, clock.instant());
        backlog.settle(backlog.next(clock.instant()).orElseThrow(), BROKEN, clock.instant());
        later.offer(replay("r1", "b"), Standing.NONE);
        later.settle(later.next(clock.instant()).orElseThrow(), BROKEN, clock.instant());
        clock.advance(Duration.ofMinutes(1));
        assertThat(backlog.next(clock.instant())).isEmpty();

        later.offer(replay("test", "c"), Standing.NONE);
        later.settle(later.next(clock.instant()).orElseThrow(), OK, clock.instant());

        assertThat(backlog.next(clock.instant())).isPresent();
        assertThat(later.next(clock.instant()).orElseThrow().request().getId()).isEqualTo("r1");
    }

    @Test
    void asksTheFallbackOnceWhereAnAlertKeepsFailing() {
        Handover handover = new Handover("desk", endpoint, disabled::contains);

        assertThat(handover.forsaken(List.of(waiting("a", 2)), clock.instant())).isEmpty();
        assertThat(handover.forsaken(List.of(waiting("a", 3)), clock.instant()))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.getChannel()).isEqualTo("mail");
                    assertThat(request.getReason()).isEqualTo(RequestReason.FALLBACK);
                    assertThat(request.getAlert()).isPresent();
                });
        assertThat(handover.forsaken(List.of(waiting("a", 4)), clock.instant())).isEmpty();
    }

    @Test
    void asksTheFallbackForWhatIsDueWhereTheReceiverIsDown() {
        Handover handover = new Handover("desk", endpoint, disabled::contains);
        for (int i = 0; i < 3; i++) {
            endpoint.note(BROKEN, Optional.empty(), clock.instant());
        }

        assertThat(handover.forsaken(List.of(waiting("a", 1), waiting("b", 0)), clock.instant()))
                .hasSize(2);
    }

    @Test
    void asksTheFallbackForEverythingWhereTheChannelIsDisabled() {
        Handover handover = new Handover("desk", endpoint, disabled::contains);
        endpoint.note(new Rejected(FailureReason.GONE, Reply.NONE), Optional.empty(), clock.instant());

        assertThat(handover.forsaken(List.of(waiting("a", 0), waiting("b", 0)), clock.instant()))
                .hasSize(2);
        assertThat(handover.disabled(endpoint.unsaved().orElseThrow(), "mail", clock.instant())
                        .getTitle())
                .contains("Channel desk is disabled");
    }

    @Test
    void leavesToTheFallbackWhatItWasAskedForWhileTheChannelIsDisabled() {
        Handover handover = new Handover("desk", endpoint, disabled::contains);
        Pending alert = waiting("a", 3);
        handover.forsaken(List.of(alert), clock.instant());
        assertThat(handover.isTakenOver(alert)).as("the channel is in use").isFalse();

        endpoint.note(new Rejected(FailureReason.GONE, Reply.NONE), Optional.empty(), clock.instant());

        assertThat(handover.isTakenOver(alert)).isTrue();
        assertThat(handover.isTakenOver(waiting("b", 0))).as("not asked for").isFalse();
        disabled.add("mail");
        assertThat(handover.isTakenOver(alert))
                .as("the fallback is disabled too")
                .isFalse();
    }

    @Test
    void tellsAgainWhatNobodyTookNoteOfUnderTheSameId() {
        DeliveryRequest repeat = repeatOf("a", 1);
        errands.offer(repeat, Standing.NONE);

        assertThat(errands.next(clock.instant())).isEmpty();
        clock.advance(HOUR);
        Errands.Attempt attempt = errands.next(clock.instant()).orElseThrow();

        assertThat(reminders.lapsed(repeat, new Standing(1, true, 1, Optional.empty()), clock.instant()))
                .isEmpty();
        assertThat(attempt.message().id()).isEqualTo("msg_a_1");
        assertThat(reminders.after(repeat, clock.instant()).orElseThrow().getAt())
                .isEqualTo(clock.instant().plus(HOUR));
    }

    @Test
    void doesNotTellAgainWhatSomebodyTookNoteOfOrWhatIsOutOfDateOrSilenced() {
        DeliveryRequest repeat = repeatOf("a", 1);

        assertThat(reminders.lapsed(repeat, new Standing(2, true, 1, Optional.empty()), clock.instant()))
                .contains(SuppressionReason.SUPERSEDED);
        silences.put(
                "s1",
                GroupingTest.silence("s1", List.of("alert=a"), clock.instant().plusSeconds(60)));
        assertThat(reminders.lapsed(repeat, Standing.NONE, clock.instant())).contains(SuppressionReason.SILENCED);
        acknowledged.put("a", 1);
        assertThat(reminders.lapsed(repeat, Standing.NONE, clock.instant())).contains(SuppressionReason.ACKNOWLEDGED);
        assertThat(reminders.lapsed(replay("r1", "a"), Standing.NONE, clock.instant()))
                .as("what a user asks for is sent whatever was noted")
                .isEmpty();
    }

    @Test
    void tellsAgainWhenTheQuietHoursAreOver() {
        Instant due = start.plus(HOUR);
        Instant loud = due.truncatedTo(ChronoUnit.HOURS).plus(HOUR.multipliedBy(2));
        String quiet = "{from: '%tR', to: '%tR'}"
                .formatted(due.minusSeconds(60).atZone(ZoneOffset.UTC), loud.atZone(ZoneOffset.UTC));

        assertThat(reminders
                        .after(alert("a", 1), hourlyBut(quiet), start)
                        .orElseThrow()
                        .getAt())
                .isEqualTo(loud);
        assertThat(reminders.after(alert("a", 1), hourlyBut("{from: '00:00', to: '00:00'}"), start))
                .as("every hour is quiet")
                .isEmpty();
    }

    private static Stop hourlyBut(String quiet) {
        TimeWindow hours = YamlFile.read(quiet, "quiet", TimeWindow.class);
        return new Stop("desk", Optional.empty(), EVERY_HOUR.grouping(), "", List.of(hours), "route");
    }

    @Test
    void recordsARepeatThatIsNotNeeded() {
        errands.offer(repeatOf("a", 1), Standing.NONE);
        clock.advance(HOUR);

        Delivery dropped = errands.drop(errands.next(clock.instant()).orElseThrow(), SuppressionReason.ACKNOWLEDGED);

        assertThat(dropped.getStatus()).isEqualTo(DeliveryStatus.SUPPRESSED);
        assertThat(dropped.getReason()).contains("acknowledged");
        assertThat(errands.size()).isZero();
    }

    @Test
    void doesNotTellAgainForEver() {
        clock.advance(Duration.ofDays(3));

        assertThat(reminders.after(alert("a", 1), EVERY_HOUR, clock.instant())).isEmpty();
    }

    @Test
    void sumsUpASilenceWhenItIsOver() {
        silences.put(
                "s1",
                GroupingTest.silence(
                        "s1", List.of("speaker=RU"), clock.instant().plusSeconds(60)));
        SilenceReport report = new SilenceReport(
                "desk", silences, id -> id.equals("a") ? Optional.of("The headline of a") : Optional.empty());
        Standings standings = new Standings();
        standings.put("a", StandingsTest.silenced("a", "s1"), start);
        standings.put("b", StandingsTest.silenced("b", "s1"), start);
        standings.put("c", StandingsTest.delivered("c"), start);

        assertThat(report.due(standings, clock.instant())).isEmpty();
        clock.advance(Duration.ofSeconds(60));

        DeliveryRequest due = report.due(standings, clock.instant()).get(0);
        assertThat(due).satisfies(request -> {
            assertThat(request.getTitle()).contains("A silence ended; it kept back 2 alerts");
            assertThat(request.getLines()).contains("The headline of a", "alert b");
        });
        errands.offer(due, Standing.NONE);
        Delivery failed = errands.settle(errands.next(clock.instant()).orElseThrow(), BROKEN, clock.instant());
        standings.put(Errands.key(due), failed, clock.instant());
        assertThat(report.due(standings, clock.instant())).as("not told yet").hasSize(1);
        standings.put(Errands.key(due), StandingsTest.delivered(""), clock.instant());
        assertThat(report.due(standings, clock.instant())).isEmpty();
        assertThat(report.due(new Standings(), clock.instant())).isEmpty();
    }

    private Pending waiting(String id, int attempts) {
        return new Pending(
                new Arrival(
                        new Arrival.Position(0, 0), SampleAlerts.joint(id).build(), clock.instant(), Optional.empty()),
                new Stop("desk", Optional.of("mail"), Grouping.NONE, "", List.of(), "route"),
                attempts,
                clock.instant(),
                Optional.empty(),
                Standing.NONE);
    }

    private Alert alert(String id, int revision) {
        return SampleAlerts.revision(id, revision).setUpdated(start).build();
    }

    private DeliveryRequest repeatOf(String alertId, int revision) {
        return reminders
                .after(alert(alertId, revision), EVERY_HOUR, clock.instant())
                .orElseThrow();
    }

    private DeliveryRequest replay(String requestId, String alertId) {
        return DeliveryRequest.newBuilder()
                .setId(requestId)
                .setChannel("desk")
                .setReason(RequestReason.REPLAY)
                .setRequestedBy("maryam")
                .setAt(clock.instant())
                .setAlert(SampleAlerts.joint(alertId).build())
                .build();
    }
}
