package app.barker.bark;

import app.barker.account.Username;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands in a text besides words: names, tags and web addresses. It takes time in proportion to the length of the text,
 * whatever the text is.
 */
public final class RichText {

    /** In code points, as it stands in the text and as it is compared. */
    static final int LONGEST_TAG = 50;

    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private int done;

    private RichText(String text) {
        this.text = text;
    }

    /** A piece of a text. All pieces of a text, one after the other, say all of it, addresses shortened. */
    public sealed interface Segment {

        /** What is read. */
        String text();

        record Plain(String text) implements Segment {}

        /**
         * Somebody's name.
         *
         * @param username as accounts have it; the text may write it in capitals
         */
        record Mention(String text, String username) implements Segment {}

        /**
         * A word that gathers barks.
         *
         * @param tag as tags are compared
         */
        record Tag(String text, String tag) implements Segment {}

        /**
         * The address of a page.
         *
         * @param href begins with http:// or https://
         */
        record Link(String text, String href) implements Segment {}
    }

    /**
     * Splits a text into its pieces. Where nothing is marked it is one piece; an empty text has none.
     *
     * @param mentions the names, in lower case, that belong to somebody; other names stay words
     */
    public static List<Segment> of(String text, Set<String> mentions) {
        RichText rich = new RichText(text);
        for (Found found : found(text)) {
            switch (found) {
                case Found.Name name -> name.firstOf(mentions).ifPresent(rich::add);
                case Found.Other other -> rich.add(other);
            }
        }
        rich.plainUpTo(text.length());
        return List.copyOf(rich.segments);
    }

    /** The tags in a text, each once, as they are compared: compatibility forms (NFKC) and capitals make no difference. */
    public static List<String> tagsIn(String text) {
        return found(text).stream()
                .flatMap(found -> found instanceof Found.Other other ? Stream.of(other.segment()) : Stream.empty())
                .flatMap(segment -> segment instanceof Segment.Tag tag ? Stream.of(tag.tag()) : Stream.empty())
                .distinct()
                .toList();
    }

    /** The tag as it is compared, when this is one without its sign. */
    public static Optional<String> tag(String typed) {
        if (typed.codePoints().limit(LONGEST_TAG + 1L).count() > LONGEST_TAG) {
            return Optional.empty();
        }
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        boolean isOne = !folded.isEmpty()
                && !isMark(folded.codePointAt(0))
                && folded.codePoints().allMatch(RichText::isWord)
                && folded.codePoints().anyMatch(Character::isLetter)
                && folded.codePointCount(0, folded.length()) <= LONGEST_TAG;
        return isOne ? Optional.of(folded) : Optional.empty();
    }

    /** The names that a text may mean, in lower case: {@code @bella-} may be bella or bella-. Few of them may exist. */
    public static Set<String> namesIn(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (Found found : found(text)) {
            if (found instanceof Found.Name name) {
                names.addAll(name.candidates());
            }
        }
        return names;
    }

    private void add(Found.Other found) {
        plainUpTo(found.start());
        segments.add(found.segment());
        done = found.end();
    }

    private void plainUpTo(int end) {
        if (done < end) {
            segments.add(new Segment.Plain(text.substring(done, end)));
        }
    }

    /** What was found in a text, and where. */
    private sealed interface Found {

        /** A name with the dashes and underlines at its end, which may be part of it. */
        record Name(String text, int start) implements Found {

            List<String> candidates() {
                String name = text.toLowerCase(Locale.ROOT);
                return Stream.of(name, name.substring(0, withoutEnding(name)))
                        .filter(each -> each.length() >= Username.SHORTEST && each.length() <= Username.LONGEST)
                        .distinct()
                        .toList();
            }

            Optional<Other> firstOf(Set<String> names) {
                return candidates().stream()
                        .filter(names::contains)
                        .findFirst()
                        .map(name -> new Other(
                                new Segment.Mention("@" + text.substring(0, name.length()), name),
                                start,
                                start + 1 + name.length()));
            }
        }

        record Other(Segment segment, int start, int end) implements Found {}
    }

    private static List<Found> found(String text) {
        List<Found> all = new ArrayList<>();
        int from = 0;
        for (WebAddress address : WebAddress.allIn(text)) {
            findNamesAndTags(text, from, address.start(), all);
            all.add(new Found.Other(new Segment.Link(address.shown(), address.href()), address.start(), address.end()));
            from = address.end();
        }
        findNamesAndTags(text, from, text.length(), all);
        return all;
    }

    private static void findNamesAndTags(String text, int from, int to, List<Found> all) {
        int at = from;
        while (at < to) {
            char sign = text.charAt(at);
            int end = at + 1;
            if (sign == '@' && mayBegin(text, at, "@/")) {
                end = endOfName(text, at + 1, to);
                if (isName(text.substring(at + 1, end)) && (end == to || text.charAt(end) != '@')) {
                    all.add(new Found.Name(text.substring(at + 1, end), at));
                }
            } else if (sign == '#' && mayBegin(text, at, "#/&")) {
                end = endOfTag(text, at + 1, to);
                String word = text.substring(at, end);
                int start = at;
                int stop = end;
                tag(word.substring(1))
                        .ifPresent(tag -> all.add(new Found.Other(new Segment.Tag(word, tag), start, stop)));
            }
            at = end;
        }
    }

    /** Not in the middle of a word, an address or an entity. */
    private static boolean mayBegin(String text, int at, String notAfter) {
        return at == 0 || !(isWord(text.codePointBefore(at)) || notAfter.indexOf(text.charAt(at - 1)) >= 0);
    }

    private static int endOfName(String text, int from, int to) {
        int end = from;
        while (end < to && isNameCharacter(text.charAt(end))) {
            end++;
        }
        // Another script goes on where the name would end: then it is no name.
        return end < to && isWord(text.codePointAt(end)) ? from : end;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static boolean isName(String word) {
        return !word.isEmpty() && Character.isLetter(word.charAt(0)) && withoutEnding(word) <= Username.LONGEST;
    }

    /** How long it is without the dashes and underlines at its end. */
    private static int withoutEnding(String word) {
        int length = word.length();
        while (length > 0 && "-_".indexOf(word.charAt(length - 1)) >= 0) {
            length--;
        }
        return length;
    }

    private static int endOfTag(String text, int from, int to) {
        int end = from;
        while (end < to && isWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || isMark(c) || c == '_';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
