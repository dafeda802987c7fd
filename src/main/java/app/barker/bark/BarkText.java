package app.barker.bark;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a bark says: 1 to 280 characters as a person counts them, of at most 1,120 code points, line breaks kept, white space
 * around it dropped.
 */
public record BarkText(String value) {

    /** In grapheme clusters (Unicode UAX #29): a family emoji is one. */
    public static final int LONGEST = 280;

    /** In code points: four for each character. What piles marks on marks ends here. */
    public static final int MOST_CODE_POINTS = 4 * LONGEST;

    /**
     * What Unicode counts among letters, marks and symbols although it shows nothing: Default_Ignorable_Code_Point beyond
     * the formats (the grapheme joiner, the fillers of Hangul, two Khmer vowels, the Mongolian selectors), and the Braille
     * cell without dots.
     */
    private static final String INVISIBLE_LETTERS =
            "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** @throws IllegalArgumentException when {@link #problemWith} has something to say */
    public BarkText {
        problemWith(value).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.name());
        });
        value = tidy(value);
    }

    /** Says what is wrong with a text as typed: size first, then characters. */
    public static Optional<BarkTextProblem> problemWith(String typed) {
        // Before anything that looks at each character: a megabyte is refused for its length alone.
        if (typed.length() > 16 * MOST_CODE_POINTS) {
            return Optional.of(BarkTextProblem.TOO_LONG);
        }
        String text = tidy(typed);
        if (text.codePoints().allMatch(BarkText::isInvisible)) {
            return Optional.of(BarkTextProblem.EMPTY);
        }
        if (text.codePointCount(0, text.length()) > MOST_CODE_POINTS
                || CHARACTER.matcher(text).results().limit(LONGEST + 1L).count() > LONGEST) {
            return Optional.of(BarkTextProblem.TOO_LONG);
        }
        return text.codePoints().anyMatch(BarkText::isRefused)
                ? Optional.of(BarkTextProblem.CONTROL_CHARACTERS)
                : Optional.empty();
    }

    /** Line breaks of Windows and old Macs become ours: form posts and clipboards bring them. */
    private static String tidy(String typed) {
        return strip(typed.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** As JavaScript's {@code trim}, so that the counter in the browser agrees. */
    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return (c >= '\t' && c <= '\r') || c == '\uFEFF' || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL
                || (c >= 0xFE00 && c <= 0xFE0F) // variation selectors
                || (c >= 0xE0100 && c <= 0xE01EF)
                || INVISIBLE_LETTERS.indexOf(c) >= 0;
    }

    /** Controls, and halves of characters that no encoding can carry. */
    private static boolean isRefused(int c) {
        return (Character.getType(c) == Character.CONTROL && c != '\n') || Character.getType(c) == Character.SURROGATE;
    }
}
