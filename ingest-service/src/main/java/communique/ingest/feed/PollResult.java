package communique.ingest.feed;

import communique.ingest.fetch.FetchOutcome.Validators;
import communique.ingest.fetch.FetchReason;
import java.time.Duration;
import java.util.Optional;

/**
 * How a poll went.
 *
 * @param reason one of a closed set
 * @param detail a sentence for people where it went wrong
 * @param after how long the server asks to wait
 * @param memory what to remember of the feed's body; empty where nothing new is known about it
 */
record PollResult(FetchReason reason, String detail, Optional<Duration> after, Optional<Memory> memory) {
    /** What tells a body that is known already. */
    record Memory(Validators validators, Optional<String> bodyHash) {}

    static PollResult of(FetchReason reason, Memory memory) {
        return new PollResult(reason, "", Optional.empty(), Optional.of(memory));
    }

    static PollResult throttled(FetchReason reason, Optional<Duration> after) {
        return new PollResult(reason, "the server asks to come later", after, Optional.empty());
    }

    static PollResult failed(FetchReason reason, String detail) {
        return new PollResult(reason, detail, Optional.empty(), Optional.empty());
    }
}
