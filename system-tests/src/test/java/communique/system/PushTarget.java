package communique.system;

import java.net.URI;
import java.util.Optional;

/** What articles are pushed to. */
public interface PushTarget {
    /** An address on it. */
    URI at(String path);

    /** The token it asks for. */
    default Optional<String> token() {
        return Optional.empty();
    }
}
