package app.barker.bark.ui;

import app.barker.bark.BarkCard;
import app.barker.bark.BarkChange;
import app.barker.bark.BarkCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Barks as lists show them, without a database. */
final class Barks {

    static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    private static final BarkCard.Author BELLA = new BarkCard.Author(7, "bella", "Bella Brindle", "");

    private Barks() {}

    static BarkCard byBella(long id) {
        return byBella(id, "Woof " + id, Optional.empty());
    }

    static BarkCard byBella(long id, String text, Optional<BarkCard.Quote> quote) {
        return new BarkCard(
                id,
                id,
                BELLA,
                text,
                Set.of("rex"),
                MORNING,
                Optional.empty(),
                id,
                Optional.empty(),
                Optional.empty(),
                new BarkCounts(0, 0, 0),
                new BarkCard.ReaderMarks(false, false, false, false),
                quote,
                List.of());
    }

    static BarkCard rebarked(long entryId, long id) {
        BarkCard bark = byBella(id);
        return new BarkCard(
                entryId,
                id,
                bark.author(),
                bark.text(),
                bark.mentions(),
                bark.createdAt(),
                bark.editedAt(),
                bark.rootId(),
                bark.replyTo(),
                Optional.of(new BarkCard.Author(9, "otto", "Otto", "")),
                bark.counts(),
                bark.marks(),
                bark.quote(),
                bark.media());
    }

    static BarkCard.Quote quoted(long id) {
        return new BarkCard.Quote(id, BELLA, "Quoted " + id, Set.of(), MORNING, 0);
    }

    static BarkChange liked(long id, long likes) {
        return new BarkChange.Updated(
                id,
                7,
                id,
                "Woof " + id,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                new BarkCounts(0, 0, likes),
                Map.of());
    }
}
