package communique.ingest.article;

import communique.schemas.v1.Source;
import java.util.Optional;

/** Names outlets of which no more is known than an article shows. */
public final class Outlet {
    private Outlet() {}

    /** An outlet by its name. */
    public static Source named(String id, String name) {
        return Source.newBuilder()
                .setId(id)
                .setName(name)
                .setCountry(null)
                .setOfficial(false)
                .build();
    }

    /**
     * The outlet at an address: its id is the host.
     *
     * @param name its name, where it is known
     */
    public static Optional<Source> at(Optional<String> url, Optional<String> name) {
        return url.flatMap(CanonicalUrl::hostOf).map(host -> named(host, name.orElse(host)));
    }
}
