package app.barker.notification;

import app.barker.bark.BarkCard.Author;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that others did, as it is told to the one whom it concerns: without whom they do not want to hear of.
 *
 * @param id orders them; the newest is the greatest. What more people do to the same bark gives it a new one
 * @param people who did it, the last ones first; not all where many did
 * @param count how many did it, the named ones included
 * @param about the answer or the mention; or one's own bark that was liked or rebarked
 */
public record Notification(
        long id,
        NotificationKind kind,
        Instant at,
        boolean unread,
        List<Author> people,
        long count,
        Optional<About> about) {

    /** The most who are named. */
    public static final int MOST_PEOPLE = 4;

    /** A bark, in brief. */
    public record About(long barkId, String text, Set<String> mentions) {}
}
