package app.barker.bark;

import app.barker.media.Media;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bark as a list shows it to one reader, its author included.
 *
 * @param entryId orders lists and is where a page goes on: the bark's own id, or that of the rebark through which it is here
 * @param mentions the names in the text that belong to somebody
 * @param editedAt when it was changed last, if ever
 * @param rootId the first bark of its thread; its own id where it is that
 * @param replyTo whom it answers, unless the reader may not see that
 * @param rebarkedBy who brought it here, in a list where a rebark did
 * @param media the pictures that it shows, in its author's order
 */
public record BarkCard(
        long entryId,
        long id,
        Author author,
        String text,
        Set<String> mentions,
        Instant createdAt,
        Optional<Instant> editedAt,
        long rootId,
        Optional<ReplyTo> replyTo,
        Optional<Author> rebarkedBy,
        BarkCounts counts,
        ReaderMarks marks,
        Optional<Quote> quote,
        List<Media> media) {

    /** The same card for a reader who may not see whom it answers, or what it quotes. */
    public BarkCard without(boolean parent, boolean quoted) {
        return new BarkCard(
                entryId,
                id,
                author,
                text,
                mentions,
                createdAt,
                editedAt,
                rootId,
                parent ? Optional.empty() : replyTo,
                rebarkedBy,
                counts,
                marks,
                quoted ? Optional.empty() : quote,
                media);
    }

    /**
     * Whose words it carries.
     *
     * @param avatarVersion empty where the drawn dog stands for a picture
     */
    public record Author(long id, String username, String displayName, String avatarVersion) {}

    /**
     * What it answers.
     *
     * @param username empty where that is gone
     */
    public record ReplyTo(long barkId, String username) {}

    /** What the reader has done with it. */
    public record ReaderMarks(boolean mine, boolean liked, boolean rebarked, boolean bookmarked) {}

    /**
     * Another bark that this one shows.
     *
     * @param pictures how many that shows
     */
    public record Quote(long id, Author author, String text, Set<String> mentions, Instant createdAt, int pictures) {}
}
