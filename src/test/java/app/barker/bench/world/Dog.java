package app.barker.bench.world;

import java.util.Optional;

/** An account. */
public record Dog(int id, String username, Optional<String> displayName) {}
