package app.barker.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site makes a browser send: every request that changes something, log-in and sign-up among them, and
 * the handshake of the push connection, which carries the cookie and knows no CSRF token.
 */
class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean harmless = HARMLESS.contains(request.getMethod()) && !isHandshake(request);
        if (harmless || isFromHere(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isHandshake(HttpServletRequest request) {
        // Tomcat upgrades when it is one of several.
        return Collections.list(request.getHeaders("Upgrade")).stream()
                .anyMatch(protocols -> protocols.toLowerCase(Locale.ROOT).contains("websocket"));
    }

    /**
     * By {@code Sec-Fetch-Site}, which every current browser sends over HTTPS and to localhost and no page can forge; else
     * by {@code Origin}; what sends neither is no browser and has no one else's cookie.
     */
    static boolean isFromHere(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        @Nullable String origin = request.getHeader("Origin");
        return origin == null || isOriginOf(origin, request);
    }

    private static boolean isOriginOf(String origin, HttpServletRequest request) {
        try {
            URI claimed = URI.create(origin);
            return request.getServerName().equalsIgnoreCase(claimed.getHost())
                    && request.getServerPort() == portOf(claimed);
        } catch (IllegalArgumentException garbled) {
            return false;
        }
    }

    private static int portOf(URI origin) {
        return origin.getPort() >= 0 ? origin.getPort() : "https".equals(origin.getScheme()) ? 443 : 80;
    }
}
