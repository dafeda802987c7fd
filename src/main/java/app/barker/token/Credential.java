package app.barker.token;

import app.barker.account.Viewer;
import app.barker.signin.SignedIn;
import java.time.Instant;
import java.util.Set;

/**
 * By what a request of the API has shown whose it is.
 *
 * @param parent what it hangs on; an API token and a session hang on their own rows
 * @param expiresAt by when it ends, whatever else ends it before
 */
public record Credential(Kind kind, Viewer viewer, Parent parent, Set<Scope> scopes, Instant expiresAt) {

    /** The three leashes. */
    public enum Kind {
        COOKIE,
        TOKEN,
        JWT
    }

    /** A browser's session may do all that its person may. */
    public static Credential cookie(SignedIn signedIn, Instant expiresAt) {
        return new Credential(
                Kind.COOKIE,
                signedIn.viewer(),
                Parent.signIn(signedIn.signInId()),
                Scope.offeredTo(signedIn.viewer().role()),
                expiresAt);
    }

    /** Whether it may do that. */
    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }
}
