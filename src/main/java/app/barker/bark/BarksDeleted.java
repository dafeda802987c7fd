package app.barker.bark;

import java.util.List;
import java.util.Set;

/**
 * Published in the transaction that deletes everything of one person.
 *
 * @param entryIds barks and rebarks, the newest first
 * @param changedIds barks of others, of which something else is to be seen by that
 */
public record BarksDeleted(List<Long> entryIds, Set<Long> changedIds) {}
