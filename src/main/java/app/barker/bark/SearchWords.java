package app.barker.bark;

import app.barker.shared.FoldedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a bark is found by, the same on every database: the words in it, its tags, who said it, and whether it has a link. Words are
 * letters and digits alone, folded (see {@link FoldedText}); every other one begins with a sign, so none is mistaken for another.
 *
 * <p>Where a script puts no spaces between words, each character is a word.
 */
public final class SearchWords {

    public static final String LINK = ":link";

    /** In UTF-16 units: of a longer word the beginning counts, when it is stored as when it is looked for. */
    private static final int LONGEST = 64;

    private static final String UNSPACED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    private static final Pattern WORD =
            Pattern.compile("[" + UNSPACED + "][\\p{M}ー]*|[\\p{L}\\p{N}\\p{M}\\p{Cf}&&[^" + UNSPACED + "]]+");

    /** The stretches of ids that a bark stands in, as powers of two. */
    private static final List<Integer> STRETCHES = List.of(9, 14);

    private SearchWords() {}

    /**
     * A word where it stands in a text.
     *
     * @param words what it is found by: seldom more than one, never none
     */
    public record Piece(int start, int end, List<String> words) {}

    /** The words of a text, in their order. */
    public static List<Piece> in(String text) {
        List<Piece> pieces = new ArrayList<>();
        WORD.matcher(text).results().forEach(found -> {
            List<String> words = words(found.group());
            if (!words.isEmpty()) {
                pieces.add(new Piece(found.start(), found.end(), words));
            }
        });
        return pieces;
    }

    private static List<String> words(String piece) {
        return Arrays.stream(new FoldedText(piece).words().split(" "))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::cut)
                .toList();
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Of somebody's barks. */
    public static String by(long authorId) {
        return "@" + authorId;
    }

    /**
     * Of barks with a tag.
     *
     * @param tag as {@link RichText#tag} writes it
     */
    public static String tag(String tag) {
        return "#" + tag;
    }

    /**
     * The two stretches of ids before an id, the narrowest pair first: between them they hold at least 512 barks, then 16,384. On
     * PostgreSQL these are words of the barks in them, so that its index can be asked for the newest alone (docs/decisions/0028).
     */
    public static List<List<String>> stretchesBefore(long barkId) {
        return STRETCHES.stream()
                .map(size -> List.of(stretch(size, (barkId - 1) >> size), stretch(size, ((barkId - 1) >> size) - 1)))
                .toList();
    }

    private static String stretch(int size, long number) {
        return "/" + size + "/" + number;
    }

    /** As a column holds them: on PostgreSQL a {@code tsvector}, on H2 one text with a space before and behind each word. */
    public static String stored(long barkId, long authorId, String text, boolean onPostgres) {
        Set<String> words = of(authorId, text);
        if (!onPostgres) {
            return " " + String.join(" ", words) + " ";
        }
        STRETCHES.forEach(size -> words.add(stretch(size, barkId >> size)));
        return words.stream().map(SearchWords::quoted).collect(Collectors.joining(" "));
    }

    private static Set<String> of(long authorId, String text) {
        Set<String> words = new LinkedHashSet<>();
        in(text).stream().map(Piece::words).flatMap(Collection::stream).forEach(words::add);
        words.add(by(authorId));
        RichText.tagsIn(text).forEach(tag -> words.add(tag(tag)));
        if (RichText.of(text, Set.of()).stream().anyMatch(RichText.Segment.Link.class::isInstance)) {
            words.add(LINK);
        }
        return words;
    }

    /** As PostgreSQL reads one in a {@code tsvector} and in a {@code tsquery}. */
    public static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
