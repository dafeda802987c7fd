package app.barker.feed;

import java.time.Instant;
import java.util.Optional;

/**
 * A feed as its owner sees it.
 *
 * @param lastReadFrom an address; empty when nobody has read it
 */
public record OwnFeed(
        long id, FeedSubject subject, Instant createdAt, Optional<Instant> lastReadAt, String lastReadFrom) {}
