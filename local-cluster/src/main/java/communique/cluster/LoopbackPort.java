package communique.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Ports of the loopback address. */
final class LoopbackPort {
    static final String HOST = "127.0.0.1";

    /** Below what systems give out by themselves (Linux from 32768, others from 49152): a chosen port stays free. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 100;

    private LoopbackPort() {}

    /**
     * The wanted port, or any free one for 0.
     *
     * @throws LocalClusterException where the port is taken
     */
    static int choose(int wanted, String purpose) {
        if (wanted == 0) {
            return anyFree();
        }
        if (!isFree(wanted)) {
            throw new LocalClusterException("port " + wanted + " for the " + purpose
                    + " is taken; stop what listens there, or choose another port");
        }
        return wanted;
    }

    private static int anyFree() {
        OptionalInt free = RandomGenerator.getDefault()
                .ints(TRIES, LOWEST, HIGHEST)
                .filter(LoopbackPort::isFree)
                .findFirst();
        return free.orElseThrow(() -> new LocalClusterException("no free port between " + LOWEST + " and " + HIGHEST));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
