package communique.ingest.article;

import communique.schemas.AvroTrust;
import communique.schemas.v1.Origin;
import communique.schemas.v1.Source;
import java.time.Instant;
import java.util.Optional;

/** Drafts for tests. */
public final class Drafts {
    /** Outlet of the drafts. */
    public static final Source OUTLET = Outlet.named("valley-herald", "The Valley Herald");

    static {
        AvroTrust.ensure();
    }

    private Drafts() {}

    /** A draft with everything. */
    public static Draft whole(String url) {
        return new Draft(
                OUTLET, Origin.FEED, Optional.of("guid-1"), content(Optional.of(url), "Talks resume", "They did."));
    }

    /** A draft that has a text alone. */
    public static Draft text(String text) {
        return new Draft(OUTLET, Origin.FILE, Optional.empty(), Drafts.content(Optional.empty(), null, text));
    }

    /** Content with a date. */
    public static Content content(Optional<String> url, String title, String body) {
        return new Content(
                url,
                Optional.ofNullable(title),
                body,
                Optional.of("en"),
                Optional.of("A. Writer"),
                Optional.of(Dated.byMetadata(Instant.parse("2026-03-02T09:00:00Z"))));
    }
}
