package app.barker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {

    @Test
    void tellsEveryIpv4AddressFromItsNeighbour() {
        assertThat(NetworkAddress.of("203.0.113.7")).hasToString("203.0.113.7");
        assertThat(NetworkAddress.of("203.0.113.7")).isNotEqualTo(NetworkAddress.of("203.0.113.8"));
    }

    @Test
    void takesAHouseholdsIpv6AddressesForOne() {
        NetworkAddress one = NetworkAddress.of("2001:db8:1:2::1");

        assertThat(NetworkAddress.of("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(one);
        assertThat(NetworkAddress.of("2001:0DB8:0001:0002:0000:0000:0000:0042")).isEqualTo(one);
    }

    @Test
    void tellsIpv6NeighboursApart() {
        NetworkAddress one = NetworkAddress.of("2001:db8:1:2::1");

        assertThat(NetworkAddress.of("2001:db8:1:3::1")).isNotEqualTo(one);
        assertThat(NetworkAddress.of("2001:db8:2:2::1")).isNotEqualTo(one);
    }

    @Test
    void knowsAnIpv4AddressInIpv6Clothes() {
        assertThat(NetworkAddress.of("::ffff:203.0.113.7")).isEqualTo(NetworkAddress.of("203.0.113.7"));
        assertThat(NetworkAddress.of("::ffff:203.0.113.7")).isNotEqualTo(NetworkAddress.of("::ffff:203.0.113.8"));
    }

    @Test
    void doesNotCareByWhichInterfaceAnAddressCame() {
        assertThat(NetworkAddress.of("fe80::1%eth0"))
                .isEqualTo(NetworkAddress.of("fe80::1"))
                .isEqualTo(NetworkAddress.of("fe80::1%7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "rex.example", "300.1.1.1", "2001:db8", "%", "'; --", "\u0000"})
    void takesEverythingElseForOneUnknownPlaceAndAsksNoNameServer(String garbage) {
        assertThat(NetworkAddress.of(garbage)).hasToString("unknown");
    }

    @Test
    void fitsItsColumn() {
        assertThat("address:" + NetworkAddress.of("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"))
                .hasSizeLessThanOrEqualTo(80);
    }
}
