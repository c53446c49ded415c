package communique.alert.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Addresses from the world that may become links: absolute, http or https, well formed, and nothing else. */
public final class SafeLink {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private SafeLink() {}

    /** The address, where it may be a link. */
    public static Optional<URI> of(String address) {
        try {
            URI uri = new URI(address.strip());
            boolean web = uri.getScheme() != null && SCHEMES.contains(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
