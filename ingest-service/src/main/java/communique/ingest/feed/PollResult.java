package communique.ingest.feed;

import communique.ingest.fetch.FetchOutcome.Directions;
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
 * @param address where else the feed was found
 * @param rhythm how often it has something new; empty where this poll did not show it
 */
record PollResult(
        FetchReason reason,
        String detail,
        Optional<Duration> after,
        Optional<Memory> memory,
        Address address,
        Optional<Rhythm> rhythm) {
    /** What tells a body that is known already. */
    record Memory(Validators validators, Optional<String> bodyHash) {}

    /**
     * Where else a feed was found.
     *
     * @param moved permanent redirects led there; they are believed when they say so again
     * @param discovered the page at the configured address names it
     */
    record Address(Optional<String> moved, Optional<String> discovered) {
        static final Address SAME = new Address(Optional.empty(), Optional.empty());
    }

    static PollResult of(FetchReason reason, Memory memory) {
        return answered(reason, Optional.of(memory), Directions.NONE);
    }

    /** An answer as it should be. */
    static PollResult answered(FetchReason reason, Optional<Memory> memory, Directions directions) {
        return new PollResult(
                reason,
                "",
                directions.keepFor(),
                memory,
                new Address(directions.movedTo(), Optional.empty()),
                Optional.empty());
    }

    static PollResult throttled(FetchReason reason, Optional<Duration> after) {
        return new PollResult(
                reason, "the server asks to come later", after, Optional.empty(), Address.SAME, Optional.empty());
    }

    static PollResult failed(FetchReason reason, String detail) {
        return new PollResult(reason, detail, Optional.empty(), Optional.empty(), Address.SAME, Optional.empty());
    }

    /** The same of a feed that shows its rhythm, and how long it asks to be kept. */
    PollResult with(Optional<Rhythm> shown, Optional<Duration> ttl) {
        Optional<Duration> longer = ttl.filter(time -> after.isEmpty() || time.compareTo(after.get()) > 0);
        return new PollResult(reason, detail, longer.or(() -> after), memory, address, shown);
    }

    /** The same, found at an address that a page names. */
    PollResult foundAt(String discovered) {
        return new PollResult(
                reason, detail, after, memory, new Address(address.moved(), Optional.of(discovered)), rhythm);
    }
}
