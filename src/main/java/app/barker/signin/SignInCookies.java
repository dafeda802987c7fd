package app.barker.signin;

import app.barker.shared.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** The cookies that outlive a session: the one that remembers a log-in, and the one that knows a browser again. */
final class SignInCookies {

    static final String REMEMBERED = "barker-remembered";
    private static final String KNOWN = "barker-known";

    private SignInCookies() {}

    static Optional<String> remembered(HttpServletRequest request) {
        return Cookies.valueOf(request, REMEMBERED);
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, String value, Duration left) {
        Cookies.set(request, response, REMEMBERED, value, left);
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (remembered(request).isPresent()) {
            Cookies.set(request, response, REMEMBERED, "", Duration.ZERO);
        }
    }

    static Optional<String> knownBrowser(HttpServletRequest request) {
        return Cookies.valueOf(request, KNOWN);
    }

    static void know(HttpServletRequest request, HttpServletResponse response, String token, Duration left) {
        Cookies.set(request, response, KNOWN, token, left);
    }
}
