package app.barker.shared;

import java.time.Duration;

/** Somebody has done a thing as often as one may for now. */
public class LimitReached extends RuntimeException {

    private final Duration untilNext;

    /** For limits that are counted elsewhere than by {@link Allowance}. */
    public LimitReached(Duration untilNext) {
        super("Again in " + untilNext);
        this.untilNext = untilNext;
    }

    /** How long until it may be done again. */
    public Duration untilNext() {
        return untilNext;
    }
}
