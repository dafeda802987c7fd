package app.barker.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * How many notifications somebody has not read.
 *
 * @param count at most {@link #MOST}, which stands for as many or more
 */
public record Unread(int count, Optional<QuietHours> quiet) {

    /** More are not counted: a page says "99+". */
    public static final int MOST = 100;

    static final Unread NOTHING = new Unread(0, Optional.empty());

    /**
     * What a badge shows that showed so many. In quiet hours it may become smaller, since its owner is reading; it does not grow.
     */
    public int badge(int shown, Instant now) {
        return quietUntil(now).isPresent() ? Math.min(shown, count) : count;
    }

    Optional<Instant> quietUntil(Instant now) {
        return quiet.flatMap(hours -> hours.endAt(now));
    }
}
