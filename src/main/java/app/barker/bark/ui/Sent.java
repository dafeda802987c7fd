package app.barker.bark.ui;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a browser sends as text. What is not what it should be leads nowhere. */
final class Sent {

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
}
