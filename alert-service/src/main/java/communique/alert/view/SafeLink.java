package communique.alert.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Addresses from the world that may become links: absolute, http or https, well formed, and nothing else. */
public final class SafeLink {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private SafeLink() {}

    /** The address in ASCII, where it may be a link. */
    public static Optional<URI> of(String address) {
        String stripped = address.strip();
        // What would not survive being shown has no place in an address; java.net.URI fails on half characters.
        return SafeText.line(stripped).equals(stripped) ? parse(stripped) : Optional.empty();
    }

    private static Optional<URI> parse(String address) {
        try {
            URI uri = new URI(address);
            boolean web = uri.getScheme() != null && SCHEMES.contains(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(URI.create(uri.toASCIIString()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
