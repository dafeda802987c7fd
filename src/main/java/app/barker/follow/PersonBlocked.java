package app.barker.follow;

/** Published in the transaction in which somebody blocks somebody. */
public record PersonBlocked(long blockerId, long blockedId) {}
