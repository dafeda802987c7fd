package app.barker.notification;

import app.barker.bark.BarkCard.Author;
import java.time.Instant;
import java.util.List;

/**
 * What happened while somebody was out, in a few lines: an end can be seen.
 *
 * @param since when they were last here
 * @param toThem answers, then mentions, all of a kind in one
 * @param discussed the most first
 */
public record CatchUp(Instant since, List<Notification> toThem, List<Discussion> discussed) {

    /**
     * A thread that others talk in.
     *
     * @param about the bark that it begins with
     * @param answers since then
     */
    public record Discussion(Author author, Notification.About about, long answers) {}

    boolean isEmpty() {
        return toThem.isEmpty() && discussed.isEmpty();
    }
}
