package communique.kit.http;

import java.io.IOException;

/** A connection to an address that is not public. */
public final class BlockedAddressException extends IOException {
    BlockedAddressException(String address) {
        super(address + " is not a public address");
    }
}
