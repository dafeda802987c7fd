package app.barker.bark;

import java.util.Optional;

/**
 * Published in the transaction that stores a bark or a rebark.
 *
 * @param entryId what lists are ordered by: the bark's own id, or the rebark's
 * @param barkId what is read
 * @param byId who barked, or rebarked
 * @param parentId what it answers
 */
public record BarkPosted(long entryId, long barkId, long byId, Optional<Long> parentId) {}
