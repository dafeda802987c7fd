package app.barker.draft;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A text as it stands in one place where somebody is writing it.
 *
 * @param key drawn for these words
 * @param inReplyTo the bark that it answers
 * @param earlier the keys under which this place may have saved it before, the latest first: one that is still there is the
 *     same text some words ago
 */
public record Writing(UUID key, String text, Optional<Long> inReplyTo, List<UUID> earlier) {}
