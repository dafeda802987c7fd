package app.barker.bark;

import java.util.List;

/**
 * A stretch of a list of barks. It may be shorter than others, even empty, where a reader's mutes took barks out.
 *
 * @param next the entry id behind which the list goes on
 * @param more whether it does
 */
public record BarkPage(List<BarkCard> barks, long next, boolean more) {

    public static BarkPage empty() {
        return new BarkPage(List.of(), 0, false);
    }
}
