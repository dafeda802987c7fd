package app.barker.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Listens to a tab: what the server tells it, whether it shows that or not. Begins with the next page that is loaded. */
public final class Wire {

    /** What is said to one reader; the rest are files, which are the same for all. */
    private static final Set<String> TALK = Set.of("document", "fetch", "xhr");

    private final List<String> pushes = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    Wire(Page page) {
        page.onWebSocket(socket -> socket.onFrameReceived(this::hear));
        page.onRequestFinished(this::hear);
    }

    private void hear(WebSocketFrame frame) {
        pushes.add(String.valueOf(frame.text()));
    }

    private void hear(Request request) {
        if (!TALK.contains(request.resourceType())) {
            return;
        }
        try {
            answers.add(String.valueOf(request.response().text()));
        } catch (PlaywrightException withoutText) {
            answers.add("");
        }
    }

    /** What was pushed about something, with some words around it; nothing where it never was. */
    public List<String> pushed(String about) {
        return excerpts(pushes, about);
    }

    /** The same of everything: pages, answers and pushes. */
    public List<String> heard(String about) {
        return Stream.of(answers, pushes)
                .flatMap(texts -> excerpts(texts, about).stream())
                .toList();
    }

    private static List<String> excerpts(List<String> texts, String about) {
        Pattern around = Pattern.compile(".{0,60}" + Pattern.quote(about) + ".{0,60}");
        return texts.stream()
                .flatMap(text -> around.matcher(text).results().map(MatchResult::group))
                .toList();
    }
}
