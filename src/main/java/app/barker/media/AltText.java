package app.barker.media;

import app.barker.shared.Characters;

/**
 * What there is to see in a picture: up to 1,000 characters as a person counts them, of at most 2,000 code points. Empty means
 * that nobody has said it.
 */
public record AltText(String value) {

    /** In grapheme clusters (Unicode UAX #29): a family emoji is one. */
    public static final int LONGEST = 1_000;

    /** In code points. What piles marks on marks ends here. */
    static final int MOST_CODE_POINTS = 2 * LONGEST;

    public static final AltText NONE = new AltText("");

    /** @throws MediaRefused when it is too long, or holds control characters */
    public AltText {
        // Before anything that looks at each character: a megabyte is refused for its length alone.
        if (value.length() > 16 * MOST_CODE_POINTS) {
            throw new MediaRefused(MediaProblem.ALT_TOO_LONG);
        }
        value = Characters.strip(Characters.withOurLineBreaks(value));
        if (Characters.areTooMany(value, LONGEST, MOST_CODE_POINTS)) {
            throw new MediaRefused(MediaProblem.ALT_TOO_LONG);
        }
        if (Characters.includeControls(value)) {
            throw new MediaRefused(MediaProblem.ALT_CONTROL_CHARACTERS);
        }
        value = Characters.showNothing(value) ? "" : value;
    }
}
