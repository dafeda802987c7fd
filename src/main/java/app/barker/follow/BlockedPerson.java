package app.barker.follow;

import java.time.Instant;

/**
 * Somebody whom one has blocked.
 *
 * @param displayName the username where the person has not chosen one
 */
public record BlockedPerson(String username, String displayName, Instant since) {}
