package app.barker.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies that outlive a session: the one that remembers a log-in, and the one that knows a browser again. Over HTTPS their
 * names begin with {@code __Host-}, so that browsers insist on Secure, Path=/ and no Domain (RFC 6265bis, 4.1.3.2).
 */
final class SignInCookies {

    static final String REMEMBERED = "barker-remembered";
    private static final String KNOWN = "barker-known";

    private static final int LONGEST = 100;

    private SignInCookies() {}

    static Optional<String> remembered(HttpServletRequest request) {
        return valueOf(request, REMEMBERED);
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, String value, Duration left) {
        set(request, response, REMEMBERED, value, left);
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (remembered(request).isPresent()) {
            set(request, response, REMEMBERED, "", Duration.ZERO);
        }
    }

    static Optional<String> knownBrowser(HttpServletRequest request) {
        return valueOf(request, KNOWN);
    }

    static void know(HttpServletRequest request, HttpServletResponse response, String token, Duration left) {
        set(request, response, KNOWN, token, left);
    }

    private static Optional<String> valueOf(HttpServletRequest request, String name) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        String full = nameFor(request, name);
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(full))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                .findFirst();
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration left) {
        ResponseCookie cookie = ResponseCookie.from(nameFor(request, name), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(left)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String nameFor(HttpServletRequest request, String name) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
