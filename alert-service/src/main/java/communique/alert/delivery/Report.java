package communique.alert.delivery;

import communique.alert.delivery.Backlog.Attempt;
import communique.alert.delivery.Gate.Admission.Suppress;
import communique.alert.delivery.channel.Message;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;

/**
 * A standing that changed and is to be recorded.
 *
 * @param arrival the alert it is about
 * @param delivery how its delivery stands now
 */
record Report(Arrival arrival, Delivery delivery) {
    /** An alert that is not going to be sent. */
    static Report suppressed(String channel, Arrival arrival, Suppress why, int attempts, Standing before) {
        Delivery.Builder delivery = delivery(channel, arrival.alert())
                .setMessageId(Message.idOf(arrival.alert()))
                .setStatus(DeliveryStatus.SUPPRESSED)
                .setAttempts(attempts)
                .setReason(why.reason().tag())
                .setReceipt(before.receipt().orElse(null))
                .setSilenceId(why.silenceId().orElse(null));
        return new Report(arrival, delivery.build());
    }

    /** An alert whose message is about to be tried. */
    static Report intended(String channel, Pending member, Attempt attempt) {
        Delivery.Builder delivery = told(channel, member, attempt)
                .setMessageId(attempt.message().id())
                .setStatus(DeliveryStatus.RETRYING)
                .setAttempts(0)
                .setNextAttempt(attempt.message().at());
        return new Report(member.arrival(), delivery.build());
    }

    /** An alert whose message was tried. */
    static Report settled(Pending member, Attempt attempt, Settlement settlement) {
        Delivery.Builder delivery = told(settlement.channel(), member, attempt);
        return new Report(member.arrival(), settlement.fill(delivery).build());
    }

    private static Delivery.Builder told(String channel, Pending member, Attempt attempt) {
        return delivery(channel, member.alert())
                .setBundled(attempt.members().size())
                .setReceipt(member.before().receipt().orElse(null))
                .setGroup(member.isGrouped() ? member.stop().group() : null);
    }

    private static Delivery.Builder delivery(String channel, Alert alert) {
        return Delivery.newBuilder()
                .setChannel(channel)
                .setAlertId(alert.getId())
                .setRevision(alert.getRevision());
    }
}
