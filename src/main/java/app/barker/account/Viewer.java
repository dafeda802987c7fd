package app.barker.account;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who asks: the person behind a session, as the services want to be told. Made at log-in only, never from anything that a
 * browser sends.
 */
public record Viewer(long id, String username, Role role) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return username;
    }
}
