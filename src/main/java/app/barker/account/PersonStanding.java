package app.barker.account;

import java.time.Instant;
import java.util.Optional;

/**
 * What an administrator sees of a person.
 *
 * @param banReason present when banned, as the administrator who did it wrote it
 */
public record PersonStanding(
        long id,
        String username,
        Role role,
        Instant createdAt,
        Optional<Instant> bannedAt,
        Optional<String> banReason) {

    public boolean isAdministrator() {
        return role == Role.ADMIN;
    }

    public boolean isBanned() {
        return bannedAt.isPresent();
    }
}
