package app.barker.bark;

import java.util.List;

/**
 * A bark with those that it answers and those that answer it.
 *
 * @param upper from the first bark of the thread down to the one that it was opened at
 */
public record BarkThread(List<ThreadRow> upper, Replies replies) {

    /**
     * A page of answers, the oldest first.
     *
     * @param next the direct answer behind which they go on
     */
    public record Replies(List<ThreadRow> rows, long next, boolean more) {}
}
