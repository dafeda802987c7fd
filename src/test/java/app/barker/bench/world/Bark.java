package app.barker.bench.world;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A bark, or a rebark, which says nothing.
 *
 * @param root where the thread begins that it is a reply in
 */
public record Bark(
        int id,
        int authorId,
        String text,
        UUID postKey,
        Instant createdAt,
        OptionalInt rebarkOf,
        OptionalInt parent,
        OptionalInt root,
        OptionalInt quoted,
        List<Dog> mentions,
        List<String> tags) {}
