package app.barker.bark.ui;

import app.barker.bark.RichText.Segment;
import app.barker.bark.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The pieces of a text as the browser gets them: words as they are, everything else as a sign,
 * where it leads, and its words. */
public final class ClientSegments {

    private ClientSegments() {}

    public static List<Object> of(List<Segment> segments) {
        return segments.stream().map(ClientSegments::of).toList();
    }

    /** The same, with words in plain text as pieces of their own. What leads somewhere stays as it is. */
    static List<Object> marking(List<Object> segments, Predicate<String> words) {
        return segments.stream()
                .flatMap(segment -> segment instanceof String text ? marked(text, words).stream() : Stream.of(segment))
                .toList();
    }

    private static List<Object> marked(String text, Predicate<String> words) {
        List<Object> pieces = new ArrayList<>();
        int done = 0;
        for (SearchWords.Piece piece : SearchWords.in(text)) {
            if (piece.words().stream().anyMatch(words)) {
                if (done < piece.start()) {
                    pieces.add(text.substring(done, piece.start()));
                }
                pieces.add(List.of("=", "", text.substring(piece.start(), piece.end())));
                done = piece.end();
            }
        }
        if (done < text.length()) {
            pieces.add(text.substring(done));
        }
        return pieces;
    }

    private static Object of(Segment segment) {
        return switch (segment) {
            case Segment.Plain(String text) -> text;
            case Segment.Mention(String text, String username) -> List.of("@", username, text);
            case Segment.Tag(String text, String tag) -> List.of("#", tag, text);
            case Segment.Link(String text, String href) -> List.of("/", href, text);
        };
    }
}
