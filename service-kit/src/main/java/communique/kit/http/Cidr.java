package communique.kit.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
public final class Cidr {
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final byte[] network;
    private final int bits;

    private Cidr(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /**
     * Reads a range; an address alone is a range of one.
     *
     * @throws IllegalArgumentException with a sentence for people where the text is none
     */
    public static Cidr parse(String text) {
        String[] parts = text.strip().split("/", 2);
        try {
            if (NUMERIC.matcher(parts[0]).matches()) {
                byte[] network = InetAddress.getByName(parts[0]).getAddress();
                int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : network.length * 8;
                if (bits >= 0 && bits <= network.length * 8) {
                    return new Cidr(network, bits);
                }
            }
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(message(text), e);
        }
        throw new IllegalArgumentException(message(text));
    }

    /** Whether an address is in the range. */
    public boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((other[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static String message(String text) {
        return "'" + text + "' is not a range of addresses; write one such as 10.0.0.0/8 or ::1/128";
    }
}
