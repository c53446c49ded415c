package communique.alert.delivery.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of one attempt. The worker, not the channel, decides when to try again. */
public sealed interface DeliveryOutcome {
    /** What the receiver answered. */
    Reply reply();

    /**
     * The receiver has it.
     *
     * @param receipt what the receiver calls the message, for follow-ups
     */
    record Delivered(Reply reply, Optional<String> receipt) implements DeliveryOutcome {
        /** Delivered to a receiver that has no name for it. */
        public Delivered(Reply reply) {
            this(reply, Optional.empty());
        }
    }

    /**
     * The receiver does not have it, or nobody knows; another attempt may help.
     *
     * @param notBefore how long the receiver asks to be left alone; zero where it asks for nothing
     */
    record Retry(FailureReason reason, Duration notBefore, Reply reply) implements DeliveryOutcome {}

    /**
     * The receiver does not have it, and another attempt would not help.
     *
     * @param payload what was sent, where that helps to find out why
     */
    record Rejected(FailureReason reason, Reply reply, Optional<String> payload) implements DeliveryOutcome {
        private static final int LONGEST_PAYLOAD = 20_000;

        /** Rejected whatever was sent. */
        public Rejected(FailureReason reason, Reply reply) {
            this(reason, reply, Optional.empty());
        }

        /** The same with the beginning of what was sent. */
        public Rejected having(String sent) {
            return new Rejected(
                    reason, reply, Optional.of(sent.substring(0, Math.min(sent.length(), LONGEST_PAYLOAD))));
        }
    }

    /**
     * What the receiver answered.
     *
     * @param status HTTP status, where there was one
     * @param snippet the beginning of what it said, fit to be logged; free of secrets
     */
    record Reply(OptionalInt status, String snippet) {
        /** No answer. */
        public static final Reply NONE = new Reply(OptionalInt.empty(), "");

        /** No answer, and why. */
        public static Reply none(String why) {
            return new Reply(OptionalInt.empty(), why);
        }
    }
}
