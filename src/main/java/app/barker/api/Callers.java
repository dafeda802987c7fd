package app.barker.api;

import app.barker.token.Credential;
import app.barker.token.CredentialAuthentication;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks, and by what: as the filter chain has found out for this request. */
final class Callers {

    private Callers() {}

    static Credential current() {
        var authentication =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        return ((CredentialAuthentication) authentication).credential();
    }
}
