package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import communique.alert.delivery.Arrival.Position;
import communique.alert.delivery.Backlog.Attempt;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.console.ConsoleConfig;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import communique.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final DeliveryOutcome OK = new Delivered(new Reply(OptionalInt.of(200), ""));
    private static final DeliveryOutcome BROKEN = failure(FailureReason.SERVER_ERROR, Duration.ZERO);

    private final TestClock clock = TestClock.atFetchTime();
    private final Backlog backlog = backlog(new ConsoleConfig("desk", Wanted.ALL, false));
    private final List<Delivery> recorded = new ArrayList<>();
    private long offset;

    @Test
    void triesAlertsInTheOrderOfTheTopic() {
        offer("a", "b", "c");

        assertThat(settleNext(OK)).isEqualTo("a");
        assertThat(settleNext(OK)).isEqualTo("b");
        assertThat(settleNext(OK)).isEqualTo("c");
        assertThat(next()).isEmpty();
    }

    @Test
    void recordsWhatCameOfAnAttempt() {
        offer("a");
        Attempt attempt = next().orElseThrow();
        clock.advance(Duration.ofMillis(70));

        settle(attempt, OK);

        assertThat(recorded).singleElement().satisfies(delivery -> {
            assertThat(delivery.getChannel()).isEqualTo("desk");
            assertThat(delivery.getAlertId()).isEqualTo("a");
            assertThat(delivery.getRevision()).isEqualTo(1);
            assertThat(delivery.getMessageId()).isEqualTo("msg_a_1");
            assertThat(delivery.getStatus()).isEqualTo(DeliveryStatus.DELIVERED);
            assertThat(delivery.getAttempts()).isEqualTo(1);
            assertThat(delivery.getStatusCode()).contains(200);
            assertThat(delivery.getReason()).isEmpty();
            assertThat(delivery.getAttempted()).contains(attempt.message().at());
            assertThat(delivery.getTookMillis()).contains(70L);
            assertThat(delivery.getNextAttempt()).isEmpty();
        });
    }

    @Test
    void triesAgainWhenTheWaitIsOverAndNotBefore() {
        offer("a");
        settleNext(BROKEN);
        Instant due = last().getNextAttempt().orElseThrow();

        assertThat(last().getStatus()).isEqualTo(DeliveryStatus.RETRYING);
        assertThat(last().getReason()).contains("serverError");
        clock.set(due.minusMillis(1));
        assertThat(next()).isEmpty();
        clock.set(due);
        assertThat(next().orElseThrow().message().attempt()).isEqualTo(2);
    }

    @Test
    void goesOnWithOthersWhileOneWaits() {
        offer("bad", "good");

        assertThat(settleNext(BROKEN)).isEqualTo("bad");
        assertThat(settleNext(OK)).isEqualTo("good");
        assertThat(next()).isEmpty();
    }

    @Test
    void givesUpWhenTheWaitsAreUsedUp() {
        offer("a");
        settleNext(BROKEN);
        clock.advance(STEP.multipliedBy(2));
        settleNext(BROKEN);
        clock.advance(STEP.multipliedBy(2));

        settleNext(BROKEN);

        assertThat(last().getStatus()).isEqualTo(DeliveryStatus.REJECTED);
        assertThat(last().getAttempts()).isEqualTo(3);
        assertThat(last().getReason()).contains("serverError");
        assertThat(backlog.size()).isZero();
    }

    @Test
    void givesUpAtOnceWhatIsRejected() {
        offer("a");

        settleNext(new Rejected(FailureReason.CLIENT_ERROR, Reply.NONE));

        assertThat(last().getStatus()).isEqualTo(DeliveryStatus.REJECTED);
        assertThat(last().getReason()).contains("clientError");
        assertThat(backlog.done()).isEqualTo(Map.of(0, 1L));
    }

    @Test
    void leavesAReceiverAloneAsLongAsItAsks() {
        offer("a", "b");
        Instant failed = clock.instant();

        settleNext(failure(FailureReason.RATE_LIMITED, Duration.ofSeconds(90)));

        clock.set(failed.plusSeconds(89));
        assertThat(next()).isEmpty();
        clock.set(failed.plusSeconds(90));
        assertThat(next().orElseThrow().message().alert().getId()).isEqualTo("b");
    }

    @Test
    void keepsThePaceOfItsChannel() {
        Backlog slow = backlog(new Paced());
        slow.offer(arrival(0, alert("a", 1)), Standing.NONE, clock.instant());
        slow.offer(arrival(1, alert("b", 1)), Standing.NONE, clock.instant());

        slow.settle(slow.next(clock.instant()).orElseThrow(), OK, clock.instant());

        assertThat(slow.next(clock.instant())).isEmpty();
        assertThat(slow.idle(clock.instant(), Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(slow.next(clock.instant())).isPresent();
    }

    @Test
    void triesEverythingAtOnceWhenAReceiverThatWasDownIsBack() {
        offer("a", "b");
        settleNext(BROKEN);
        settleNext(BROKEN);
        offer("c");
        clock.advance(Duration.ofMinutes(1));

        assertThat(settleNext(OK)).isEqualTo("c");
        assertThat(settleNext(OK)).isEqualTo("a");
        assertThat(settleNext(OK)).isEqualTo("b");
    }

    @Test
    void asksAReceiverThatIsDownWithOneMessageAMinuteHoweverManyWait() {
        offer("a", "b", "c", "d", "e");
        settleNext(BROKEN);
        settleNext(BROKEN);

        assertThat(next()).as("two failed in a row").isEmpty();
        assertThat(backlog.idle(clock.instant(), STEP)).isEqualTo(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(settleNext(BROKEN)).isEqualTo("c");
        assertThat(next()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        assertThat(settleNext(OK)).isEqualTo("d");
        assertThat(List.of(settleNext(OK), settleNext(OK), settleNext(OK), settleNext(OK)))
                .as("all that waited are due at once")
                .containsExactly("a", "b", "c", "e");
    }

    @Test
    void doesNotTryABadMessageWithEveryGoodOne() {
        offer("bad", "good", "better");
        settleNext(BROKEN);

        settleNext(OK);
        settleNext(OK);

        assertThat(next()).isEmpty();
    }

    @Test
    void sendsEveryRevisionWhereNothingFails() {
        offer(alert("a", 1));
        offer(alert("a", 2));

        settleNext(OK);
        settleNext(OK);

        assertThat(recorded).extracting(Delivery::getRevision).containsExactly(1, 2);
        assertThat(recorded).extracting(Delivery::getStatus).containsOnly(DeliveryStatus.DELIVERED);
    }

    @Test
    void sendsOnlyTheLatestRevisionOfWhatFailed() {
        offer(alert("a", 1));
        settleNext(BROKEN);

        offer(alert("a", 2));

        assertThat(last().getStatus()).isEqualTo(DeliveryStatus.SUPPRESSED);
        assertThat(last().getReason()).contains("superseded");
        assertThat(last().getRevision()).isEqualTo(1);
        settleNext(OK);
        assertThat(last().getRevision()).isEqualTo(2);
        assertThat(backlog.size()).isZero();
    }

    @Test
    void neverSendsAnEarlierRevisionAfterALaterOne() {
        offer(alert("a", 1));
        offer(alert("a", 2));

        settleNext(BROKEN);

        assertThat(recorded)
                .extracting(Delivery::getStatus)
                .containsExactly(DeliveryStatus.RETRYING, DeliveryStatus.SUPPRESSED);
        assertThat(next().orElseThrow().message().alert().getRevision()).isEqualTo(2);
    }

    @Test
    void doesNotTellAgainWhatOnlyAnotherOutletCarries() {
        Standing told = new Standing(1, true, 1, Optional.empty());

        note(backlog.offer(arrival(offset++, joined("a")), told, clock.instant()));

        assertThat(next()).isEmpty();
        assertThat(recorded).isEmpty();
    }

    @Test
    void tellsTheNewsOfAJoinedRevisionToAChannelThatHasNotHadIt() {
        offer(joined("a"));

        assertThat(settleNext(OK)).isEqualTo("a");
    }

    @Test
    void keepsTheWaitOfAFailedAttemptWhenOnlyAnotherOutletJoins() {
        offer("a");
        settleNext(BROKEN);

        offer(joined("a"));

        assertThat(next()).isEmpty();
        assertThat(backlog.size()).isEqualTo(1);
    }

    @Test
    void neverSendsWhatComesFromAnArchive() {
        offer(SampleAlerts.joint("old").setBackfill(true).build());

        assertThat(next()).isEmpty();
        assertThat(last().getStatus()).isEqualTo(DeliveryStatus.SUPPRESSED);
        assertThat(last().getReason()).contains("backfill");
        assertThat(last().getAttempts()).isZero();
        assertThat(backlog.done()).isEqualTo(Map.of(0, 1L));
    }

    @Test
    void doesNotSendWhatItsChannelDoesNotWant() {
        Backlog picky = backlog(new ConsoleConfig("desk", new Wanted(Set.of("CN"), null), false));

        List<Report> reports = picky.offer(arrival(0, alert("a", 1)), Standing.NONE, clock.instant());

        assertThat(reports)
                .extracting(report -> report.delivery().getReason())
                .containsExactly(Optional.of("unwanted"));
        assertThat(picky.next(clock.instant())).isEmpty();
    }

    @Test
    void doesNotSendAgainWhatIsSettled() {
        backlog.offer(arrival(0, alert("a", 2)), new Standing(2, true, 1, Optional.empty()), clock.instant());
        backlog.offer(arrival(1, alert("b", 1)), new Standing(3, false, 1, Optional.empty()), clock.instant());

        assertThat(next()).isEmpty();
        assertThat(backlog.done()).isEqualTo(Map.of(0, 2L));
    }

    @Test
    void goesOnAfterARestartWhereItStopped() {
        Instant due = clock.instant().plusSeconds(40);

        backlog.offer(arrival(0, alert("a", 1)), new Standing(1, false, 2, Optional.of(due)), clock.instant());

        assertThat(next()).isEmpty();
        clock.set(due);
        assertThat(next().orElseThrow().message().attempt()).isEqualTo(3);
    }

    @Test
    void beginsAnewWithANewRevision() {
        Instant due = clock.instant().plusSeconds(40);

        backlog.offer(arrival(0, alert("a", 2)), new Standing(1, false, 2, Optional.of(due)), clock.instant());

        assertThat(next().orElseThrow().message().attempt()).isEqualTo(1);
    }

    @Test
    void isDoneUpToTheFirstAlertThatStillWaits() {
        offer("a", "b", "c");
        settleNext(OK);
        settleNext(BROKEN);
        settleNext(OK);

        assertThat(backlog.done()).isEqualTo(Map.of(0, 1L));
        clock.advance(STEP.multipliedBy(2));
        settleNext(OK);
        assertThat(backlog.done()).isEqualTo(Map.of(0, 3L));
    }

    @Test
    void keepsPartitionsApart() {
        backlog.offer(
                new Arrival(new Position(0, 7), alert("a", 1), Instant.EPOCH, Optional.empty()),
                Standing.NONE,
                clock.instant());
        backlog.offer(
                new Arrival(new Position(1, 3), alert("b", 1), Instant.EPOCH, Optional.empty()),
                Standing.NONE,
                clock.instant());
        settleNext(OK);

        assertThat(backlog.done()).isEqualTo(Map.of(0, 8L, 1, 3L));
        backlog.forget(1);
        assertThat(backlog.done()).isEqualTo(Map.of(0, 8L));
        assertThat(next()).isEmpty();
    }

    @Test
    void goesPastRecordsThereIsNothingToDoFor() {
        backlog.skip(new Position(0, 4));

        assertThat(backlog.done()).isEqualTo(Map.of(0, 5L));
    }

    @Test
    void knowsHowLongNothingIsDue() {
        assertThat(backlog.idle(clock.instant(), STEP)).isEqualTo(STEP);

        offer("a");
        assertThat(backlog.idle(clock.instant(), STEP)).isZero();
        settleNext(failure(FailureReason.SERVER_ERROR, Duration.ofHours(2)));

        assertThat(backlog.idle(clock.instant(), STEP)).isEqualTo(STEP);
        clock.advance(Duration.ofHours(2).minusSeconds(5));
        assertThat(backlog.idle(clock.instant(), STEP)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesNoMoreThanItCanHold() {
        for (int i = 0; i < 499; i++) {
            offer("a" + i);
        }
        assertThat(backlog.isFull()).isFalse();

        offer("last");

        assertThat(backlog.isFull()).isTrue();
    }

    @Test
    void hasRoomAgainWhenAnotherChannelTellsWhatWaits() {
        for (int i = 0; i < 500; i++) {
            offer("a" + i);
        }

        note(backlog.release(entry -> !entry.alert().getId().equals("a0")));

        assertThat(backlog.isFull()).isFalse();
        assertThat(backlog.waiting()).extracting(entry -> entry.alert().getId()).containsExactly("a0");
        assertThat(recorded)
                .hasSize(499)
                .allSatisfy(delivery -> assertThat(delivery.getReason()).contains("handed-over"));
    }

    @Test
    void knowsItsOldestAlert() {
        assertThat(backlog.oldest()).isEmpty();

        offer("a", "b");

        assertThat(backlog.oldest()).contains(Instant.ofEpochSecond(0));
        settleNext(OK);
        assertThat(backlog.oldest()).contains(Instant.ofEpochSecond(1));
    }

    private Backlog backlog(ChannelConfig channel) {
        return new Backlog(
                channel,
                new RetrySchedule(List.of(STEP, STEP), new Random(1)),
                Gate.open(channel),
                new Endpoint(channel));
    }

    private void offer(String... ids) {
        for (String id : ids) {
            offer(alert(id, 1));
        }
    }

    private void offer(Alert alert) {
        note(backlog.offer(arrival(offset++, alert), Standing.NONE, clock.instant()));
    }

    private static Arrival arrival(long offset, Alert alert) {
        return new Arrival(new Position(0, offset), alert, Instant.ofEpochSecond(offset), Optional.empty());
    }

    private static Alert joined(String id) {
        return SampleAlerts.revision(id, 2)
                .setNewsRevision(1)
                .setKind(AlertKind.JOINED)
                .build();
    }

    private static Alert alert(String id, int revision) {
        return SampleAlerts.revision(id, revision).build();
    }

    private Optional<Attempt> next() {
        return backlog.next(clock.instant());
    }

    private String settleNext(DeliveryOutcome outcome) {
        Attempt attempt = next().orElseThrow();
        settle(attempt, outcome);
        return attempt.message().alert().getId();
    }

    private void settle(Attempt attempt, DeliveryOutcome outcome) {
        note(backlog.settle(attempt, outcome, clock.instant()));
    }

    private void note(List<Report> reports) {
        reports.forEach(report -> recorded.add(report.delivery()));
    }

    private Delivery last() {
        return recorded.get(recorded.size() - 1);
    }

    private static Retry failure(FailureReason reason, Duration notBefore) {
        return new Retry(reason, notBefore, Reply.NONE);
    }

    /** A channel that takes one message a second. */
    private record Paced() implements ChannelConfig {
        @Override
        public String name() {
            return "paced";
        }

        @Override
        public String type() {
            return "paced";
        }

        @Override
        public Wanted wants() {
            return Wanted.ALL;
        }

        @Override
        public Duration pace() {
            return Duration.ofSeconds(1);
        }

        @Override
        public communique.alert.delivery.channel.Channel open(
                communique.alert.delivery.channel.Surroundings surroundings) {
            throw new UnsupportedOperationException();
        }
    }
}
