package app.barker.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as one party can be told from another: an IPv4 address, or the /64 of an IPv6 address,
 * which is what one household or one attacker gets (RFC 6177).
 */
record NetworkAddress(String value) {

    private static final int PREFIX_BYTES = 8;

    static NetworkAddress of(String remoteAddress) {
        try {
            InetAddress address = InetAddress.ofLiteral(withoutZone(remoteAddress));
            return new NetworkAddress(
                    address instanceof Inet6Address
                            ? HexFormat.of().formatHex(address.getAddress(), 0, PREFIX_BYTES) + "/64"
                            : address.getHostAddress());
        } catch (IllegalArgumentException notAnAddress) {
            return new NetworkAddress("unknown");
        }
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    @Override
    public String toString() {
        return value;
    }
}
