package app.barker.bark;

import java.time.Instant;

/**
 * A bark as a list shows it to one reader, its author included: one row of one query.
 *
 * @param mine whether the reader wrote it
 */
public record BarkCard(long id, String username, String text, Instant createdAt, boolean mine) {}
