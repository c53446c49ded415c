package communique.ingest.fetch;

import java.util.Locale;
import java.util.stream.Stream;

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
    CLOUDFLARE_CHALLENGE,
    /** The server wants to know who asks. */
    HTTP_401,
    /** The server does not want us. */
    HTTP_403,
    /** There is nothing at the address. */
    HTTP_404,
    /** Another answer from 400 to 499. */
    HTTP_4XX,
    /** The server met a fault of its own. */
    HTTP_500,
    /** The server behind the server does not answer as it should. */
    HTTP_502,
    /** The server is out of use, and does not say for how long. */
    HTTP_503,
    /** The server behind the server does not answer in time. */
    HTTP_504,
    /** Another answer from 500 on. */
    HTTP_5XX,
    /** An answer that is neither content nor an error. */
    UNEXPECTED_STATUS,
    /** More redirects than anybody needs. */
    TOO_MANY_REDIRECTS,
    /** The host has no address. */
    DNS,
    /** The host refuses connections, or no way leads to it. */
    CONNECT,
    /** Nothing answers at the address. */
    CONNECT_TIMEOUT,
    /** The certificate or the handshake is wrong. */
    TLS,
    /** Connected, and not finished within the time for the whole call. */
    READ_TIMEOUT,
    /** The connection broke. */
    NETWORK,
    /** The address is not a public one. */
    BLOCKED_SSRF,
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

    private static final String STATUS = "HTTP_";

    /**
     * The reason that names a status which is no success: itself where it tells something of its own, else its class.
     */
    static FetchReason ofStatus(int status) {
        return Stream.of(values())
                .filter(reason -> reason.name().equals(STATUS + status))
                .findFirst()
                .orElse(status >= 500 ? HTTP_5XX : status >= 400 ? HTTP_4XX : UNEXPECTED_STATUS);
    }

    /** Whether the server answers that the fault is with what was asked for. */
    boolean isClientError() {
        return name().startsWith(STATUS + "4");
    }

    /** Whether feeds were seen to fail in this way for days and to come back as they were. */
    public boolean isSoft() {
        return name().startsWith(STATUS) || this == RATE_LIMITED || this == CLOUDFLARE_CHALLENGE;
    }

    /** Whether it says more of the way to the server, or of us, than of the server. */
    public boolean isPassing() {
        return this == READ_TIMEOUT
                || this == CONNECT_TIMEOUT
                || this == CONNECT
                || this == NETWORK
                || this == NOT_PUBLISHED;
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
