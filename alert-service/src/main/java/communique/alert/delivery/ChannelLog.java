package communique.alert.delivery;

import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.schemas.v1.ChannelState;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log how a channel does, where that changes: a receiver that fails the same way for hours fills no log.
 */
final class ChannelLog {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelLog.class);

    private final String channel;
    private String trouble = "";

    ChannelLog(String channel) {
        this.channel = channel;
    }

    /** Says that nothing more is sent. */
    void disabled(ChannelState state) {
        LOG.error(
                "channel {} is disabled until somebody enables it: {}",
                channel,
                state.getReason().orElse(""));
    }

    /**
     * Takes note of an attempt.
     *
     * @param waiting alerts that still wait for an attempt
     */
    void tell(Delivery delivery, Reply reply, int waiting) {
        String reason = delivery.getReason().orElse("");
        String detail = reason + " " + reply.status().stream().boxed().toList() + " " + reply.snippet();
        if (delivery.getStatus() == DeliveryStatus.REJECTED) {
            String message = delivery.getMessageId();
            LOG.warn("channel {} gives up {} after {} attempts: {}", channel, message, delivery.getAttempts(), detail);
        } else if (!reason.isEmpty() && !reason.equals(trouble)) {
            LOG.warn("channel {} fails and will try again: {}", channel, detail);
            trouble = reason;
        } else if (!trouble.isEmpty() && waiting == 0) {
            LOG.info("channel {} delivers again", channel);
            trouble = "";
        }
    }
}
