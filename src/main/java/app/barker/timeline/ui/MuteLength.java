package app.barker.timeline.ui;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a mute can last. */
enum MuteLength {
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    FOR_GOOD(null);

    private final @Nullable Duration duration;

    MuteLength(@Nullable Duration duration) {
        this.duration = duration;
    }

    /** Empty for one that does not end by itself. */
    Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    static Optional<MuteLength> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
