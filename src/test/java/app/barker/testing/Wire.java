package app.barker.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;

/** Listens to a tab: what the server tells it, whether it shows that or not. Begins with the next page that is loaded. */
public final class Wire {

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
        try {
            answers.add(String.valueOf(request.response().text()));
        } catch (PlaywrightException withoutText) {
            answers.add("");
        }
    }

    /** By the push connection. */
    public String pushed() {
        return String.join("\n", pushes);
    }

    /** Pages, answers and pushes. */
    public String heard() {
        return String.join("\n", answers) + "\n" + pushed();
    }
}
