package communique.alert.delivery.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect to public addresses only. The check is made on the address that is connected to, so no
 * name, no spelling of an address and no later answer of a name server gets round it.
 */
final class PublicSocketFactory extends SocketFactory {
    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                check(endpoint);
                super.connect(endpoint, timeout);
            }
        };
    }

    private static void check(SocketAddress endpoint) throws PrivateAddressException {
        if (!(endpoint instanceof InetSocketAddress internet)
                || internet.getAddress() == null
                || !Networks.isPublic(internet.getAddress())) {
            throw new PrivateAddressException();
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("connects later");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("connects later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("connects later");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("connects later");
    }
}
