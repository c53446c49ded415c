package communique.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.SocketFactory;

/**
 * Lets connections go to public addresses only, so that no feed can make the service read what is inside the operator's
 * network. Sockets are checked when they connect: whatever name, redirect or spelling led there, and however often the
 * name changes its address.
 */
public final class AddressGuard {
    /** IANA's special-purpose registries, as far as they are not for everybody. */
    private static final List<Cidr> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/128",
                    "::1/128",
                    "100::/64",
                    "2001:db8::/32",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Cidr::parse)
            .toList();

    private static final Cidr COMPATIBLE = Cidr.parse("::/96");
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
    private static final Cidr LOCAL_NAT64 = Cidr.parse("64:ff9b:1::/48");
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");
    private static final Cidr TEREDO = Cidr.parse("2001::/32");

    private final List<Cidr> allowed;

    /**
     * A guard.
     *
     * @param allowed ranges that may be connected to although they are not public
     */
    public AddressGuard(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Whether an address may be connected to. */
    public boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address)) || isPublic(address);
    }

    /** Sockets that refuse to connect elsewhere, with a {@link BlockedAddressException}. */
    SocketFactory sockets() {
        return new GuardedSockets();
    }

    private static boolean isPublic(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(range -> range.contains(address))
                && !LOCAL_NAT64.contains(address)
                && embedded(address).map(AddressGuard::isPublic).orElse(true);
    }

    /** The IPv4 address a gateway would send packets for this IPv6 address to. */
    private static Optional<InetAddress> embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (COMPATIBLE.contains(address) || NAT64.contains(address)) {
            return ipv4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return ipv4(Arrays.copyOfRange(bytes, 2, 6));
        }
        if (TEREDO.contains(address)) {
            byte[] inverted = Arrays.copyOfRange(bytes, 12, 16);
            for (int i = 0; i < inverted.length; i++) {
                inverted[i] = (byte) ~inverted[i];
            }
            return ipv4(inverted);
        }
        return Optional.empty();
    }

    private static Optional<InetAddress> ipv4(byte[] bytes) {
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private final class GuardedSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetAddress address = endpoint instanceof InetSocketAddress internet ? internet.getAddress() : null;
            if (address == null || !allows(address)) {
                throw new BlockedAddressException(String.valueOf(endpoint));
            }
            super.connect(endpoint, timeout);
        }
    }

    /** OkHttp asks for unconnected sockets alone; the others stay closed. */
    private final class GuardedSockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new GuardedSocket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("only unconnected sockets");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException("only unconnected sockets");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("only unconnected sockets");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException("only unconnected sockets");
        }
    }
}
