package communique.kit.http;

import java.io.IOException;
import java.net.Inet4Address;
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
 * Lets connections go to public addresses only, so that no feed and no webhook can make a service reach into the
 * operator's network. Sockets are checked when they connect: whatever name, redirect or spelling led there, and however
 * often the name changes its address.
 */
public final class AddressGuard {
    /** IANA's special-purpose registries, as far as they are not for everybody; Teredo is in 2001::/23. */
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
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20")
            .map(Cidr::parse)
            .toList();

    /** Only this part of IPv6 is handed out to the public internet. */
    private static final Cidr GLOBAL_V6 = Cidr.parse("2000::/3");

    /** Carries an IPv4 address in its last four bytes. */
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");

    /** Carries an IPv4 address behind its first two bytes. */
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");

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
    public SocketFactory sockets() {
        return new GuardedSockets();
    }

    private static boolean isPublic(InetAddress address) {
        Optional<InetAddress> embedded = embedded(address);
        if (embedded.isPresent()) {
            return isPublic(embedded.get());
        }
        boolean global = address instanceof Inet4Address || GLOBAL_V6.contains(address);
        return global && NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
    }

    /** The IPv4 address a gateway would send packets for this IPv6 address to. */
    private static Optional<InetAddress> embedded(InetAddress address) {
        if (NAT64.contains(address)) {
            return ipv4(Arrays.copyOfRange(address.getAddress(), 12, 16));
        }
        return SIX_TO_FOUR.contains(address) ? ipv4(Arrays.copyOfRange(address.getAddress(), 2, 6)) : Optional.empty();
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
