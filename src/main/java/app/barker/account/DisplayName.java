package app.barker.account;

import app.barker.shared.Characters;
import java.text.Normalizer;
import java.util.Optional;

/**
 * The name that a person shows beside the username: up to 50 characters as a person counts them, of at most 200 code points,
 * on one line, in Unicode's composed form. Empty means none.
 */
public record DisplayName(String value) {

    /** In grapheme clusters (Unicode UAX #29): a family emoji is one. */
    public static final int LONGEST = 50;

    /** In code points: four for each character. What piles marks on marks ends here. */
    public static final int MOST_CODE_POINTS = 4 * LONGEST;

    /** @throws IllegalArgumentException when {@link #problemWith} has something to say */
    public DisplayName {
        problemWith(value).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.name());
        });
        value = tidy(value);
    }

    /** Says what is wrong with a name as typed: size first, then characters. */
    public static Optional<DisplayNameProblem> problemWith(String typed) {
        if (typed.length() > 16 * MOST_CODE_POINTS) {
            return Optional.of(DisplayNameProblem.TOO_LONG);
        }
        String name = tidy(typed);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (Characters.areTooMany(name, LONGEST, MOST_CODE_POINTS)) {
            return Optional.of(DisplayNameProblem.TOO_LONG);
        }
        if (name.codePoints().anyMatch(DisplayName::isLineBreak)) {
            return Optional.of(DisplayNameProblem.SEVERAL_LINES);
        }
        if (Characters.includeControls(name)) {
            return Optional.of(DisplayNameProblem.CONTROL_CHARACTERS);
        }
        // It would turn what follows as well: the username beside it would read as another.
        if (Characters.turnDirection(name)) {
            return Optional.of(DisplayNameProblem.TURNS_DIRECTION);
        }
        return Characters.showNothing(name) ? Optional.of(DisplayNameProblem.INVISIBLE) : Optional.empty();
    }

    public boolean isNone() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static String tidy(String typed) {
        return Normalizer.normalize(Characters.strip(typed), Normalizer.Form.NFC);
    }

    private static boolean isLineBreak(int c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
