package communique.ingest.fetch;

import communique.ingest.article.Original;
import java.time.Duration;
import java.util.Optional;

/** What came of a fetch. */
public sealed interface FetchOutcome {
    /** One of a closed set, as metric tag and log key. */
    FetchReason reason();

    /** Validators of a body, byte for byte as the server gave them. */
    record Validators(Optional<String> etag, Optional<String> lastModified) {}

    /**
     * What a server says of a body beside it.
     *
     * @param keepFor how long it may be kept
     * @param movedTo address permanent redirects led to, where they did
     */
    record Directions(Optional<Duration> keepFor, Optional<String> movedTo) {
        /** Nothing said. */
        public static final Directions NONE = new Directions(Optional.empty(), Optional.empty());
    }

    /**
     * A body.
     *
     * @param body decompressed
     * @param charset encoding the transport declares
     * @param url address it came from, redirects followed
     */
    record Fresh(Original body, Optional<String> charset, String url, Validators validators, Directions directions)
            implements FetchOutcome {
        @Override
        public FetchReason reason() {
            return FetchReason.WORKING;
        }
    }

    /** Nothing has changed; a server may give other validators nevertheless. */
    record NotModified(Validators validators, Directions directions) implements FetchOutcome {
        @Override
        public FetchReason reason() {
            return FetchReason.NOT_MODIFIED;
        }
    }

    /** The server asks to come later. */
    record Throttled(Optional<Duration> after) implements FetchOutcome {
        @Override
        public FetchReason reason() {
            return FetchReason.RATE_LIMITED;
        }
    }

    /**
     * Nothing was fetched.
     *
     * @param detail a sentence for people
     */
    record Failed(FetchReason reason, String detail) implements FetchOutcome {}
}
