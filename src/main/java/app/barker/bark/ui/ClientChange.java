package app.barker.bark.ui;

import app.barker.bark.BarkChange;
import app.barker.bark.BarkCounts;
import app.barker.bark.RichText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has become of a bark, as the browser gets it. One that is gone has no counts.
 *
 * @param quoted the bark that it still shows below its text; empty for none
 * @param marks what the reader has done with it, where that may have changed
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ClientChange(
        String id,
        String editedAt,
        List<Object> segments,
        String quoted,
        Optional<BarkCounts> counts,
        Optional<Marks> marks) {

    /** Nothing left out: that it is not liked any more is news. */
    @JsonInclude
    public record Marks(boolean liked, boolean rebarked, boolean bookmarked) {}

    static ClientChange of(BarkChange change) {
        return switch (change) {
            case BarkChange.Gone(long barkId) ->
                new ClientChange(String.valueOf(barkId), "", List.of(), "", Optional.empty(), Optional.empty());
            case BarkChange.Updated updated ->
                new ClientChange(
                        String.valueOf(updated.barkId()),
                        updated.editedAt().map(Instant::toString).orElse(""),
                        ClientSegments.of(RichText.of(updated.text(), updated.mentions())),
                        updated.quoted()
                                .map(quote -> String.valueOf(quote.barkId()))
                                .orElse(""),
                        Optional.of(updated.counts()),
                        updated.marks().values().stream()
                                .findFirst()
                                .map(marks -> new Marks(marks.liked(), marks.rebarked(), marks.bookmarked())));
        };
    }
}
