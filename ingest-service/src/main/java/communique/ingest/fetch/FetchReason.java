package communique.ingest.fetch;

import java.util.Locale;

/** How a fetch, or the poll it was for, went; the same word is metric tag, log key and the outcome of a source. */
public enum FetchReason {
    /** Something new was fetched. */
    WORKING,
    /** The server says nothing has changed. */
    NOT_MODIFIED,
    /** The server sends what it sent before. */
    SAME_HASH,
    /** The server asks to come later: 429, or 503 with a time. */
    RATE_LIMITED,
    /** The server says there will never be anything again: 410. */
    GONE,
    /** The server wants to see a browser first, and says so. */
    CHALLENGE,
    /** Another answer from 400 to 499. */
    HTTP_4XX,
    /** Another answer from 500 on. */
    HTTP_5XX,
    /** An answer that is neither content nor an error. */
    UNEXPECTED_STATUS,
    /** More redirects than anybody needs. */
    TOO_MANY_REDIRECTS,
    /** The host has no address. */
    DNS,
    /** Nothing answers at the address. */
    CONNECT,
    /** The certificate or the handshake is wrong. */
    TLS,
    /** Not finished within the time for the whole call. */
    TIMEOUT,
    /** The connection broke. */
    NETWORK,
    /** The address is not a public one. */
    BLOCKED_ADDRESS,
    /** The site's robots.txt does not allow it, or could not be asked for. */
    BLOCKED_ROBOTS,
    /** The address is not one of the web. */
    INVALID_URL,
    /** More than the allowed size, counted after decompression. */
    TOO_LARGE,
    /** No bytes at all. */
    EMPTY,
    /** A page where a feed should be. */
    HTML,
    /** Not a feed in any form known here. */
    PARSE_ERROR,
    /** A page without an article on it. */
    NO_ARTICLE,
    /** Fetched and read, but Kafka did not take it. */
    NOT_PUBLISHED,
    /** A fault of ours. */
    BUG;

    /** Whether feeds were seen to fail in this way for days and to come back as they were. */
    public boolean isSoft() {
        return this == HTTP_4XX || this == HTTP_5XX || this == RATE_LIMITED || this == CHALLENGE;
    }

    /** Whether it says more of the way to the server, or of us, than of the server. */
    public boolean isPassing() {
        return this == TIMEOUT || this == CONNECT || this == NETWORK || this == NOT_PUBLISHED;
    }

    /** Whether the server answered as it should, with news or without. */
    public boolean isSuccess() {
        return this == WORKING || this == NOT_MODIFIED || this == SAME_HASH;
    }

    /** The word as tags and records spell it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
