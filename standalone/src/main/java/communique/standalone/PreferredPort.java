package communique.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The usual port where it is free, so that clients find it without being told. */
public final class PreferredPort {
    private PreferredPort() {}

    /** The port, or 0, which means any, where somebody else has it. */
    public static int orAny(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }
}
