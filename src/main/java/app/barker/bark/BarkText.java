package app.barker.bark;

import app.barker.shared.Characters;
import java.util.Optional;

/**
 * What a bark says: up to 280 characters as a person counts them, of at most 1,120 code points, line breaks kept, white space
 * around it dropped. Nothing at all only where it shows pictures, see {@link NewBark}.
 */
public record BarkText(String value) {

    /** In grapheme clusters (Unicode UAX #29): a family emoji is one. */
    public static final int LONGEST = 280;

    /** In code points: four for each character. What piles marks on marks ends here. */
    public static final int MOST_CODE_POINTS = 4 * LONGEST;

    /** @throws IllegalArgumentException when {@link #problemWith} has something to say, except that there is nothing */
    public BarkText {
        Optional<BarkTextProblem> found = problemWith(value);
        found.filter(problem -> problem != BarkTextProblem.EMPTY).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.name());
        });
        value = found.isPresent() ? "" : tidy(value);
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** Says what is wrong with a text as typed: size first, then characters. */
    public static Optional<BarkTextProblem> problemWith(String typed) {
        // Before anything that looks at each character: a megabyte is refused for its length alone.
        if (typed.length() > 16 * MOST_CODE_POINTS) {
            return Optional.of(BarkTextProblem.TOO_LONG);
        }
        String text = tidy(typed);
        if (Characters.showNothing(text)) {
            return Optional.of(BarkTextProblem.EMPTY);
        }
        if (Characters.areTooMany(text, LONGEST, MOST_CODE_POINTS)) {
            return Optional.of(BarkTextProblem.TOO_LONG);
        }
        return Characters.includeControls(text) ? Optional.of(BarkTextProblem.CONTROL_CHARACTERS) : Optional.empty();
    }

    private static String tidy(String typed) {
        return Characters.strip(Characters.withOurLineBreaks(typed));
    }
}
