package app.barker.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.stereotype.Component;

/**
 * Looks names up for what is sent, and hands out addresses to which it may go: those of the public internet, and what a setting
 * allows. A connection is opened to the very addresses that come from here, so nobody can answer a check with one and the
 * connection with another.
 */
@Component
class ReachableAddresses implements DnsResolver {

    /**
     * What IANA's registry of special-purpose addresses holds besides what is internal by Spring's reckoning (loopback, link-local,
     * private, unspecified), and multicast.
     */
    private static final List<String> SPECIAL_IPV4 = List.of(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All outside of global unicast (2000::/3); and in it the special-purpose ones, and what hides an IPv4 address. */
    private static final List<String> SPECIAL_IPV6 =
            List.of("::/3", "4000::/2", "8000::/1", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    // Of each kind its own: Spring's matchers compare bytes, and an IPv4 address may begin like a range of IPv6.
    private final Predicate<InetAddress> ipv4;
    private final Predicate<InetAddress> ipv6;

    ReachableAddresses(WebhookSettings settings) {
        Map<Boolean, List<String>> allowed =
                settings.allowedNetworks().stream().collect(Collectors.partitioningBy(each -> each.contains(":")));
        ipv4 = reachable(SPECIAL_IPV4, Objects.requireNonNull(allowed.get(false)));
        ipv6 = reachable(SPECIAL_IPV6, Objects.requireNonNull(allowed.get(true)));
    }

    private static Predicate<InetAddress> reachable(List<String> special, List<String> allowed) {
        InetAddressMatcher open =
                InetAddressMatchers.matchExternal().excludeAddresses(special).build();
        if (allowed.isEmpty()) {
            return open::matches;
        }
        InetAddressMatcher inside =
                InetAddressMatchers.builder().includeAddresses(allowed).build();
        return address -> inside.matches(address) || open.matches(address);
    }

    /** One of the addresses of a name leads to where nothing is sent. */
    static final class NotPublic extends UnknownHostException {

        NotPublic() {
            super("Not a public address");
        }
    }

    /** All of them or none: a name that leads here and there is a trap. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookUp(host);
        if (!Arrays.stream(found).allMatch(this::mayBeReached)) {
            throw new NotPublic();
        }
        return found;
    }

    boolean mayBeReached(InetAddress address) {
        return (address instanceof Inet4Address ? ipv4 : ipv6).test(address);
    }

    InetAddress[] lookUp(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
