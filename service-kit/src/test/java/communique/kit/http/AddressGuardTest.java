package communique.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "127.0.0.1",
                "127.8.8.8",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "100.127.255.255",
                "192.0.2.1",
                "192.88.99.1",
                "198.51.100.1",
                "203.0.113.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "192.0.0.1",
                "::",
                "::1",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "3fff::1",
                "100::1",
                "fec0::1",
                "5f00::1",
                // IPv4 inside IPv6: mapped, compatible, NAT64, 6to4, Teredo
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "2001:0:4136:e378:8000:63bf:f5ff:fffe"
            })
    void blocksWhatIsNotPublic(String address) throws Exception {
        assertThat(guard.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.1",
                "198.17.0.1",
                "223.255.255.255",
                "2a00:1450::1",
                "2606:4700::1111",
                "2002:808:808::1",
                "64:ff9b::8.8.8.8"
            })
    void letsPublicAddressesThrough(String address) throws Exception {
        assertThat(guard.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void letsThroughWhatIsAllowed() throws Exception {
        AddressGuard loopback = new AddressGuard(List.of(Cidr.parse("127.0.0.0/8")));

        assertThat(loopback.allows(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(loopback.allows(InetAddress.getByName("10.0.0.1"))).isFalse();
    }

    @Test
    void checksWhenConnecting() throws Exception {
        try (Socket socket = guard.sockets().createSocket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress("127.0.0.1", 9), 100))
                    .isInstanceOf(BlockedAddressException.class);
        }
    }
}
