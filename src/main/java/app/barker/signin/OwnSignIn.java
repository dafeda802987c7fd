package app.barker.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One line of a person's list of sign-ins.
 *
 * @param current whether it is the one that asks
 */
public record OwnSignIn(
        long id,
        boolean current,
        SignInMethod method,
        boolean remembered,
        String browser,
        String operatingSystem,
        String address,
        boolean newPlace,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        Optional<Instant> endedAt,
        Optional<SignInEnd> endedWhy) {

    /** The asking one first, then the open ones by when they were last seen, then the ended ones by their end. */
    static final Comparator<OwnSignIn> ORDER = Comparator.comparing(OwnSignIn::current)
            .thenComparing(signIn -> signIn.endedAt().isEmpty())
            .thenComparing(signIn -> signIn.endedAt().orElse(signIn.lastSeenAt()))
            .reversed();
}
