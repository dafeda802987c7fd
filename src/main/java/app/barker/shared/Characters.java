package app.barker.shared;

import java.util.regex.Pattern;

/** Text as those see it who read it: what counts as one character, what shows at all, what cannot be stored or shown. */
public final class Characters {

    /**
     * What Unicode counts among letters, marks and symbols although it shows nothing: Default_Ignorable_Code_Point beyond
     * the formats (the grapheme joiner, the fillers of Hangul, two Khmer vowels, the Mongolian selectors), and the Braille
     * cell without dots.
     */
    private static final String INVISIBLE_LETTERS =
            "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private Characters() {}

    /** Line breaks of Windows and old Macs become ours: form posts and clipboards bring them. */
    public static String withOurLineBreaks(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Drops white space around a text; as JavaScript's {@code trim}, so that counters in the browser agree. */
    public static String strip(String text) {
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

    /**
     * In grapheme clusters (Unicode UAX #29): a family emoji is one.
     *
     * @param most where counting ends; what is longer gives this number too
     */
    public static int count(String text, int most) {
        return (int) CHARACTER.matcher(text).results().limit(most).count();
    }

    /**
     * Whether a text has more characters than may be, as a person counts them, or more code points: what piles marks on
     * marks ends there.
     */
    public static boolean areTooMany(String text, int most, int mostCodePoints) {
        return text.codePointCount(0, text.length()) > mostCodePoints || count(text, most + 1) > most;
    }

    /** Whether there is nothing to see in a text; of an empty one that is true. */
    public static boolean showNothing(String text) {
        return text.codePoints().allMatch(Characters::isInvisible);
    }

    /** Controls, but for our line break, and halves of characters that no encoding can carry. */
    public static boolean includeControls(String text) {
        return text.codePoints().anyMatch(Characters::isControl);
    }

    /** What turns the direction of the text around it (Unicode's Bidi_Control). */
    public static boolean turnDirection(String text) {
        return text.codePoints().anyMatch(Characters::isTurn);
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

    private static boolean isControl(int c) {
        return (Character.getType(c) == Character.CONTROL && c != '\n') || Character.getType(c) == Character.SURROGATE;
    }

    private static boolean isTurn(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
