package app.barker.bark.ui;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a browser sends as text. What is not what it should be leads nowhere. */
final class Sent {

    private static final int MOST_KEYS = 50;

    private Sent() {}

    static Optional<Long> number(@Nullable String sent) {
        try {
            return Optional.of(Long.valueOf(String.valueOf(sent)));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    static Optional<UUID> key(@Nullable String sent) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(sent)));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    static Optional<Instant> instant(@Nullable String sent) {
        try {
            return Optional.of(Instant.parse(String.valueOf(sent)));
        } catch (DateTimeParseException foreign) {
            return Optional.empty();
        }
    }

    /** Of several with commas between them those that are keys, but not more than any browser has. */
    static List<UUID> keys(@Nullable String sent) {
        return Stream.of(String.valueOf(sent).split(",", MOST_KEYS + 1))
                .limit(MOST_KEYS)
                .flatMap(each -> key(each).stream())
                .toList();
    }

    /** Each its id and, after a space, what there is to see. */
    static Optional<List<Composer.Picture>> pictures(List<@Nullable String> sent) {
        List<Composer.Picture> pictures = new ArrayList<>();
        for (String each : sent) {
            String[] parts = String.valueOf(each).split(" ", 2);
            Optional<Long> id = number(parts[0]);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            pictures.add(new Composer.Picture(id.get(), parts.length > 1 ? parts[1] : ""));
        }
        return Optional.of(pictures);
    }
}
