package app.barker.token;

import app.barker.shared.Characters;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants an API token to be.
 *
 * @param name for its owner, 1 to {@link #LONGEST_NAME} characters
 */
public record NewToken(String name, Set<Scope> scopes, Instant expiresAt) {

    /** In code points. */
    public static final int LONGEST_NAME = 60;

    /** Drops white space around the name. */
    public NewToken {
        name = Characters.strip(name);
        scopes = Set.copyOf(scopes);
    }

    Optional<TokenProblem> problem(Instant now, Instant latest) {
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of(TokenProblem.NAME_TOO_LONG);
        }
        if (Characters.showNothing(name)) {
            return Optional.of(TokenProblem.NAME_EMPTY);
        }
        if (Characters.includeControls(name) || name.contains("\n") || Characters.turnDirection(name)) {
            return Optional.of(TokenProblem.NAME_UNREADABLE);
        }
        if (scopes.isEmpty()) {
            return Optional.of(TokenProblem.NO_SCOPE);
        }
        if (!now.isBefore(expiresAt)) {
            return Optional.of(TokenProblem.TOO_SHORT);
        }
        return latest.isBefore(expiresAt) ? Optional.of(TokenProblem.TOO_LONG) : Optional.empty();
    }
}
