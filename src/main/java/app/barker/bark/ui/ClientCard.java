package app.barker.bark.ui;

import app.barker.bark.BarkCard;
import app.barker.bark.BarkCounts;
import app.barker.bark.RichText;
import app.barker.media.Media;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A bark as the browser gets it: small, and nothing in it is markup. Ids travel as text, because a JavaScript number holds
 * 53 bits; what is empty or false is left out.
 *
 * @param entry orders lists; see {@link BarkCard#entryId}
 * @param editedAt empty where it never was
 * @param segments the text in pieces, as {@link ClientSegments} makes them
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ClientCard(
        String id,
        String entry,
        ClientPerson author,
        String at,
        String editedAt,
        List<Object> segments,
        Optional<ReplyTo> replyTo,
        Optional<ClientPerson> rebarkedBy,
        BarkCounts counts,
        boolean liked,
        boolean rebarked,
        boolean bookmarked,
        boolean mine,
        Optional<Quote> quote,
        List<Picture> media) {

    /** Something to see; the description is empty where nobody has given one. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Picture(String src, String alt, int width, int height) {

        static Picture of(Media media) {
            return new Picture(media.address(), media.alt(), media.width(), media.height());
        }
    }

    /** Whom a bark answers; the name is empty where the answered one is gone. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record ReplyTo(String id, String username) {}

    /** Another bark that this one shows. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Quote(String id, ClientPerson author, String at, List<Object> segments, int pictures) {

        static Quote of(BarkCard.Quote quote) {
            return new Quote(
                    String.valueOf(quote.id()),
                    ClientPerson.of(quote.author()),
                    quote.createdAt().toString(),
                    ClientSegments.of(RichText.of(quote.text(), quote.mentions())),
                    quote.pictures());
        }
    }

    ClientCard marking(Predicate<String> words) {
        return new ClientCard(
                id,
                entry,
                author,
                at,
                editedAt,
                ClientSegments.marking(segments, words),
                replyTo,
                rebarkedBy,
                counts,
                liked,
                rebarked,
                bookmarked,
                mine,
                quote,
                media);
    }

    static ClientCard of(BarkCard bark) {
        return new ClientCard(
                String.valueOf(bark.id()),
                String.valueOf(bark.entryId()),
                ClientPerson.of(bark.author()),
                bark.createdAt().toString(),
                bark.editedAt().map(Instant::toString).orElse(""),
                ClientSegments.of(RichText.of(bark.text(), bark.mentions())),
                bark.replyTo().map(parent -> new ReplyTo(String.valueOf(parent.barkId()), parent.username())),
                bark.rebarkedBy().map(ClientPerson::of),
                bark.counts(),
                bark.marks().liked(),
                bark.marks().rebarked(),
                bark.marks().bookmarked(),
                bark.marks().mine(),
                bark.quote().map(Quote::of),
                bark.media().stream().map(Picture::of).toList());
    }
}
