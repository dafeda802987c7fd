package app.barker.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as the words in it, apart from how they are written: without accents, upper case, ligatures, punctuation and what
 * cannot be seen. "Über-Kätzchen" is {@code uber katzchen}. Folding twice is folding once, so what was stored folded may be
 * read back.
 *
 * <p>Vowel signs of scripts that write vowels so, as Devanagari does, make a different word and stay; so do the voicing
 * marks of kana. Scripts without spaces between words are one word up to the next punctuation.
 *
 * @param words with one space between them; empty for a text without letters and digits
 */
public record FoldedText(String words) {

    private static final int VOICED = 0x3099;
    private static final int HALF_VOICED = 0x309A;

    /** Folds any text; its cost grows with the length, which the caller bounds. */
    public FoldedText {
        words = wordsOf(caseless(bare(Normalizer.normalize(words, Normalizer.Form.NFKD))));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the whole words of the phrase stand in this text, one after the other. An empty phrase stands nowhere. */
    public boolean contains(FoldedText phrase) {
        String sought = phrase.words;
        int start = sought.isEmpty() ? -1 : words.indexOf(sought);
        while (start >= 0 && !isWhole(start, start + sought.length())) {
            start = words.indexOf(sought, start + 1);
        }
        return start >= 0;
    }

    private boolean isWhole(int start, int end) {
        return (start == 0 || words.charAt(start - 1) == ' ') && (end == words.length() || words.charAt(end) == ' ');
    }

    private static String bare(String decomposed) {
        StringBuilder bare = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(c -> !isAccent(c) && !isInvisible(c)).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** By way of upper case, which knows that "ß" is "SS"; lower case comes first for the capital "ẞ". */
    private static String caseless(String text) {
        return text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
    }

    private static String wordsOf(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean between = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c) || isMark(c)) {
                words.append(between && !words.isEmpty() ? " " : "").appendCodePoint(c);
                between = false;
            } else {
                between = true;
            }
        }
        return words.toString();
    }

    /** A mark of no script of its own. */
    private static boolean isAccent(int c) {
        return isMark(c)
                && Character.UnicodeScript.of(c) == Character.UnicodeScript.INHERITED
                && c != VOICED
                && c != HALF_VOICED;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Soft hyphens and zero-width characters: whoever reads sees one word. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT;
    }
}
