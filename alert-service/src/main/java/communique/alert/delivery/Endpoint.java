package communique.alert.delivery;

import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.schemas.v1.ChannelState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the receiver of a channel does: whether it is to be left alone for a while, whether it seems to be down, and
 * whether it failed for so long that nothing more is sent until somebody enables it again.
 *
 * <pre>
 *   in use ── says it is gone, or fails for five days ──► disabled ── enabled by a user ──► in use
 * </pre>
 */
final class Endpoint {
    /** Failures in a row that mean the receiver is down rather than one message bad. */
    private static final int DOWN = 2;

    /** Svix's: so long it may fail. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    /** Svix's: failures closer to each other count as one. */
    private static final Duration APART = Duration.ofHours(12);

    /** A receiver that fails less often than this does not fail all the time; the longest wait is a day and a fifth. */
    private static final Duration SPORADIC = Duration.ofHours(36);

    /** A receiver that is down is asked about that often, whoever waits for it. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final ChannelConfig channel;
    private ChannelState state;
    private Instant restUntil = Instant.MIN;
    private int failuresInARow;
    private Optional<ChannelState> unsaved = Optional.empty();
    private final List<Consumer<Instant>> waiting = new ArrayList<>();

    Endpoint(ChannelConfig channel) {
        this.channel = channel;
        this.state = new ChannelState(channel.name(), false, null, Instant.EPOCH, "alert-service", null, null);
    }

    /** Has somebody told whenever a receiver that seemed down took a message. */
    void whenBack(Consumer<Instant> waits) {
        waiting.add(waits);
    }

    /** Takes over what is on the topic where that is newer: somebody disabled or enabled the channel. */
    void adopt(ChannelState known) {
        if (known.getChanged().isAfter(state.getChanged())) {
            state = known;
        }
    }

    /** Why nothing is sent until somebody enables the channel; empty where it is in use. */
    Optional<String> disabled() {
        return state.getDisabled() ? Optional.of(state.getReason().orElse("")) : Optional.empty();
    }

    boolean isUsable(Instant now) {
        return !state.getDisabled() && !now.isBefore(restUntil);
    }

    Instant restUntil() {
        return restUntil;
    }

    /** Whether the last attempts failed, so that it is the receiver and not a message. */
    boolean seemsDown() {
        return failuresInARow >= DOWN;
    }

    /** The state to be recorded, once after each change. */
    Optional<ChannelState> unsaved() {
        Optional<ChannelState> change = unsaved;
        unsaved = Optional.empty();
        return change;
    }

    /** Attempts that failed since the last that did not. */
    int failuresInARow() {
        return failuresInARow;
    }

    /**
     * Takes note of what came of an attempt. A receiver that seems down gets one message at a time, however many wait.
     *
     * @param next when the same message is due again
     */
    void note(DeliveryOutcome outcome, Optional<Instant> next, Instant now) {
        restAtLeastUntil(now.plus(channel.pace()));
        if (outcome instanceof Delivered) {
            boolean back = seemsDown();
            failuresInARow = 0;
            if (state.getFailingSince().isPresent()) {
                change(now, null, null, null);
            }
            if (back) {
                waiting.forEach(waits -> waits.accept(now));
            }
        } else if (outcome instanceof Retry retry) {
            failuresInARow++;
            restAtLeastUntil(now.plus(RetrySchedule.rest(retry)));
            next.filter(due -> seemsDown()).ifPresent(due -> restAtLeastUntil(earlier(due, now.plus(LONGEST_REST))));
            failed(retry.reason(), now);
        } else if (outcome instanceof Rejected rejected) {
            failed(rejected.reason(), now);
        }
    }

    private void failed(FailureReason reason, Instant now) {
        if (reason == FailureReason.GONE) {
            change(now, "the receiver says it is gone for good", now, now);
            return;
        }
        Optional<Instant> last = state.getLastFailure();
        Instant since = state.getFailingSince().orElse(now);
        if (!reason.isOfReceiver()
                || last.filter(time -> time.plus(APART).isAfter(now)).isPresent()) {
            return;
        }
        if (last.isEmpty() || last.get().plus(SPORADIC).isBefore(now)) {
            change(now, null, now, now);
        } else {
            boolean tooLong = !since.plus(PATIENCE).isAfter(now);
            change(now, tooLong ? "every attempt failed since " + since : null, since, now);
        }
    }

    private void change(Instant now, String disabledBecause, Instant since, Instant last) {
        // A state is newer than the one before, also where the clock stands still.
        Instant changed =
                now.isAfter(state.getChanged()) ? now : state.getChanged().plusMillis(1);
        state = new ChannelState(
                channel.name(), disabledBecause != null, disabledBecause, changed, "alert-service", since, last);
        unsaved = Optional.of(state);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void restAtLeastUntil(Instant time) {
        restUntil = time.isAfter(restUntil) ? time : restUntil;
    }
}
