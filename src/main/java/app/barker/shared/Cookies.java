package app.barker.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Cookies that outlive a session. No script reads them. Over HTTPS their names begin with {@code __Host-}, so that browsers
 * insist on Secure, Path=/ and no Domain (RFC 6265bis, 4.1.3.2).
 */
public final class Cookies {

    private static final int LONGEST = 100;

    private Cookies() {}

    /** What a browser sends under this name, so it may be anything that is not too long. */
    public static Optional<String> valueOf(HttpServletRequest request, String name) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        String full = nameFor(request, name);
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(full))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                .findFirst();
    }

    /** Has the browser keep a value for so long; for no time, it forgets it. */
    public static void set(
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
