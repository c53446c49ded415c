package communique.ingest.fetch;

import java.util.Map;
import java.util.Optional;

/**
 * What to fetch.
 *
 * @param url address
 * @param headers further headers, sent to this host only
 * @param etag validator of what is known already, byte for byte as the server gave it
 * @param lastModified validator of what is known already, byte for byte as the server gave it
 * @param maxBytes most bytes to take, counted after decompression
 */
public record FetchRequest(
        String url, Map<String, String> headers, Optional<String> etag, Optional<String> lastModified, int maxBytes) {}
