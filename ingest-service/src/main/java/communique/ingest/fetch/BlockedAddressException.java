package communique.ingest.fetch;

import java.io.IOException;

/** A connection to an address that is not public. */
final class BlockedAddressException extends IOException {
    BlockedAddressException(String address) {
        super(address + " is not a public address; ingest.fetch.allow can allow it");
    }
}
