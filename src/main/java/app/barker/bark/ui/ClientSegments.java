package app.barker.bark.ui;

import app.barker.bark.RichText.Segment;
import java.util.List;

/** The pieces of a text as the browser gets them: words as they are, everything else as a sign, where it leads, and its words. */
public final class ClientSegments {

    private ClientSegments() {}

    public static List<Object> of(List<Segment> segments) {
        return segments.stream().map(ClientSegments::of).toList();
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
