package app.barker.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.webhook.ReachableAddresses.NotPublic;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableAddressesTest {

    private final ReachableAddresses addresses = new ReachableAddresses(Hooks.settings());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                // As old tools write 127.0.0.1.
                "2130706433",
                "127.1",
                "localhost"
            })
    void nothingIsSentWhereOnlyInsidersAre(String host) {
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> addresses.resolve(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "223.255.255.255",
                "2600::1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::200e",
                "::ffff:1.1.1.1"
            })
    void publicAddressesAreReached(String host) throws UnknownHostException {
        assertThat(addresses.resolve(host)).containsExactly(InetAddress.getAllByName(host));
    }

    @Test
    void aNetworkThatIsAllowedIsReachedAndItsNeighbourIsNot() throws UnknownHostException {
        var intranet = new ReachableAddresses(Hooks.settings("10.1.0.0/16", "fd00:1::/32"));

        assertThat(intranet.resolve("10.1.2.3")).hasSize(1);
        assertThat(intranet.resolve("fd00:1::5")).hasSize(1);
        assertThat(intranet.resolve("1.1.1.1")).hasSize(1);
        assertThatExceptionOfType(NotPublic.class).isThrownBy(() -> intranet.resolve("10.2.0.1"));
        assertThatExceptionOfType(NotPublic.class).isThrownBy(() -> intranet.resolve("fd00:2::5"));
        assertThatExceptionOfType(NotPublic.class).isThrownBy(() -> intranet.resolve("127.0.0.1"));
    }

    @Test
    void aNameThatLeadsHereAndThereIsRefused() {
        var trap = new ReachableAddresses(Hooks.settings()) {
            @Override
            InetAddress[] lookUp(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")};
            }
        };

        assertThatExceptionOfType(NotPublic.class).isThrownBy(() -> trap.resolve("trap.example"));
    }
}
