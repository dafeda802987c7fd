package app.barker.signin;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the security history.
 *
 * @param by who did it, where that is not the account's owner
 * @param detail what {@link SecurityEventKind} says of its kind; empty otherwise
 */
public record SecurityEvent(
        long id,
        SecurityEventKind kind,
        Instant at,
        Optional<String> username,
        Optional<String> by,
        String address,
        String browser,
        String operatingSystem,
        Optional<String> attemptCode,
        String detail) {}
