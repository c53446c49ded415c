package communique.alert.view;

import communique.schemas.v1.Alert;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Leads people from a message to the page.
 *
 * @param page address of the page as they reach it; empty where there is none
 */
public record PageLink(Optional<URI> page) {
    /** Leads nowhere. */
    public static final PageLink NONE = new PageLink(Optional.empty());

    /** Where the page shows an alert. */
    public Optional<URI> to(Alert alert) {
        return page.map(root -> root.resolve(root.getRawPath().replaceFirst("/?$", "/?q=")
                + URLEncoder.encode(alert.getId(), StandardCharsets.UTF_8)));
    }
}
