package app.barker.draft;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A text that waits to be finished.
 *
 * @param key the one under which these very words would be posted
 * @param inReplyTo the bark that it answers, which may be gone by now, or not for its author to see
 */
public record Draft(UUID key, String text, Optional<Long> inReplyTo, Instant savedAt) {}
