package communique.system;

import java.net.URI;

/** What articles are pushed to. */
interface PushTarget {
    /** An address on it. */
    URI at(String path);
}
