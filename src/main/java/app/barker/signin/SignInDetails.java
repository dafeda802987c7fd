package app.barker.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What a log-in attempt says besides the name and the password.
 *
 * @param browserToken by which a browser is known again; empty where it brings none
 */
public record SignInDetails(Origin origin, Optional<String> browserToken) {

    public static SignInDetails of(HttpServletRequest request) {
        return new SignInDetails(Origin.of(request), SignInCookies.knownBrowser(request));
    }
}
