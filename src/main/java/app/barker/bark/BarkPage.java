package app.barker.bark;

import java.util.List;

/**
 * A stretch of a list of barks, newest first.
 *
 * @param more whether older ones follow
 */
public record BarkPage(List<BarkCard> barks, boolean more) {}
