package app.barker.signin;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the security history.
 *
 * @param person whose it is; empty for a failed log-in at a name that nobody has
 * @param actor who did it, where that is known; an administrator's act has another one than the person
 * @param code of a refused log-in, as its page showed it
 * @param detail see {@link SecurityEventKind}
 */
public record SecurityEvent(
        long id,
        SecurityEventKind kind,
        Instant at,
        Optional<String> person,
        Optional<String> actor,
        String address,
        String browser,
        String operatingSystem,
        Optional<String> code,
        String detail) {}
