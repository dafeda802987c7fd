package app.barker.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * A webhook as its owner sees it.
 *
 * @param word that a bark has to contain; empty for any
 * @param off why it tells of nothing right now; empty when it is on
 */
public record Webhook(long id, String address, Watched watched, String word, Instant createdAt, Optional<Off> off) {}
