package app.barker.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An API token as its owner sees it.
 *
 * @param hint its first signs
 * @param lastUsedFrom an address; empty when it has never been used
 */
public record ApiToken(
        long id,
        String name,
        Set<Scope> scopes,
        String hint,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        String lastUsedFrom) {}
