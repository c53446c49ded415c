package communique.alert.delivery.http;

import java.io.IOException;

/** A connection to an address that may not be reached. */
final class PrivateAddressException extends IOException {
    PrivateAddressException() {
        super("the address belongs to a private or reserved network");
    }
}
