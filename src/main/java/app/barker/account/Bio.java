package app.barker.account;

import app.barker.shared.Characters;
import java.util.Optional;

/**
 * What a person says about themselves: up to 160 characters as a person counts them, of at most 640 code points, on at most
 * five lines. Empty means nothing.
 */
public record Bio(String value) {

    /** In grapheme clusters (Unicode UAX #29): a family emoji is one. */
    public static final int LONGEST = 160;

    /** In code points: four for each character. What piles marks on marks ends here. */
    public static final int MOST_CODE_POINTS = 4 * LONGEST;

    /** Empty ones count: nobody's profile pushes their barks off the screen. */
    public static final int MOST_LINES = 5;

    /** @throws IllegalArgumentException when {@link #problemWith} has something to say */
    public Bio {
        problemWith(value).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.name());
        });
        value = tidy(value);
    }

    /** Says what is wrong with a text as typed: size first, then characters. */
    public static Optional<BioProblem> problemWith(String typed) {
        if (typed.length() > 16 * MOST_CODE_POINTS) {
            return Optional.of(BioProblem.TOO_LONG);
        }
        String text = tidy(typed);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (Characters.areTooMany(text, LONGEST, MOST_CODE_POINTS)) {
            return Optional.of(BioProblem.TOO_LONG);
        }
        if (text.lines().limit(MOST_LINES + 1L).count() > MOST_LINES) {
            return Optional.of(BioProblem.TOO_MANY_LINES);
        }
        if (Characters.includeControls(text)) {
            return Optional.of(BioProblem.CONTROL_CHARACTERS);
        }
        return Characters.showNothing(text) ? Optional.of(BioProblem.INVISIBLE) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    /** Browsers also break a line at Unicode's two separators. */
    private static String tidy(String typed) {
        return Characters.strip(
                Characters.withOurLineBreaks(typed).replace('\u2028', '\n').replace('\u2029', '\n'));
    }
}
