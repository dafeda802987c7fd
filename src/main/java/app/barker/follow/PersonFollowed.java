package app.barker.follow;

/**
 * Published in the transaction in which somebody begins to follow somebody, or lets them go.
 *
 * @param on false when it has ended
 */
public record PersonFollowed(long followerId, long followeeId, boolean on) {}
