package app.barker.bookmark;

import java.time.Instant;

/**
 * When a person wants to be reminded of a bookmark.
 *
 * @param isTold whether that time has come, and they have not said yet that they have seen it
 */
public record Reminder(long barkId, Instant at, boolean isTold) {}
