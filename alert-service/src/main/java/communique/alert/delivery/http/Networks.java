package communique.alert.delivery.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells public addresses from those of private and reserved networks.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IPv4 special-purpose addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IPv6 special-purpose addresses</a>
 */
final class Networks {
    private static final List<Network> CLOSED = Stream.of(
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
            .map(Network::of)
            .toList();

    /** Only this part of IPv6 is handed out to the public internet. */
    private static final Network GLOBAL_V6 = Network.of("2000::/3");

    /** Carries an IPv4 address behind its first two bytes. */
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");

    /** Carries an IPv4 address in its last four bytes. */
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    private record Network(int bytes, int bits, BigInteger prefix) {
        static Network of(String text) {
            int slash = text.indexOf('/');
            byte[] first = literal(text.substring(0, slash)).getAddress();
            int bits = Integer.parseInt(text.substring(slash + 1));
            return new Network(first.length, bits, prefix(first, bits));
        }

        boolean holds(byte[] address) {
            return address.length == bytes && prefix(address, bits).equals(prefix);
        }

        private static BigInteger prefix(byte[] address, int bits) {
            return new BigInteger(1, address).shiftRight(8 * address.length - bits);
        }

        private static InetAddress literal(String text) {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }
    }

    private Networks() {}

    /** Whether the address belongs to the public internet. */
    static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        if (NAT64.holds(address)) {
            return isPublic(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return isPublic(Arrays.copyOfRange(address, 2, 6));
        }
        boolean global = address.length == 4 || GLOBAL_V6.holds(address);
        return global && CLOSED.stream().noneMatch(network -> network.holds(address));
    }
}
