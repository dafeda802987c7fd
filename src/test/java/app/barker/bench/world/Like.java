package app.barker.bench.world;

import java.time.Instant;

/** Somebody likes a bark. */
public record Like(int id, int barkId, int accountId, Instant createdAt) {}
