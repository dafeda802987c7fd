package app.barker.api;

import app.barker.bark.BarkCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A bark as programs get it: with what the one who asks may see, and nothing that is for the pages alone. Times in UTC (RFC
 * 3339), ids as strings, for JavaScript's numbers end at 2^53.
 *
 * @param inReplyTo the bark that it answers, unless the one who asks may not see that
 * @param rebarkedBy who brought it into this list
 */
record ApiBark(
        String id,
        Author author,
        String text,
        Instant createdAt,
        Optional<Instant> editedAt,
        Optional<String> inReplyTo,
        Optional<Author> rebarkedBy,
        Optional<String> quoting,
        List<ApiMedia> media,
        Counts counts,
        ViewerMarks viewer) {

    /** @param avatarUrl null where the drawn dog stands for a picture */
    record Author(String username, String displayName, Optional<String> avatarUrl) {

        static Author of(BarkCard.Author author, String here) {
            return new Author(
                    author.username(),
                    author.displayName(),
                    ApiAddresses.avatar(here, author.id(), author.avatarVersion()));
        }
    }

    /** How much it has caused, whoever asks. */
    record Counts(long replies, long likes, long rebarks) {}

    /** What the one who asks has done with it. */
    record ViewerMarks(boolean liked, boolean rebarked, boolean bookmarked) {}

    static ApiBark of(BarkCard card) {
        return of(card, ApiAddresses.here());
    }

    /** @param here where the one who asks has this Barker */
    static ApiBark of(BarkCard card, String here) {
        return new ApiBark(
                String.valueOf(card.id()),
                Author.of(card.author(), here),
                card.text(),
                card.createdAt(),
                card.editedAt(),
                card.replyTo().map(parent -> String.valueOf(parent.barkId())),
                card.rebarkedBy().map(author -> Author.of(author, here)),
                card.quote().map(quote -> String.valueOf(quote.id())),
                card.media().stream().map(media -> ApiMedia.of(media, here)).toList(),
                new Counts(
                        card.counts().replies(),
                        card.counts().likes(),
                        card.counts().rebarks()),
                new ViewerMarks(
                        card.marks().liked(),
                        card.marks().rebarked(),
                        card.marks().bookmarked()));
    }
}
