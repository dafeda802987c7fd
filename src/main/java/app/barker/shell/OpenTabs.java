package app.barker.shell;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;

/** The open pages of a browser's session. */
final class OpenTabs {

    private OpenTabs() {}

    /** @throws IllegalStateException when it has ended */
    static List<VaadinSession> of(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .map(session::getAttribute)
                .filter(VaadinSession.class::isInstance)
                .map(VaadinSession.class::cast)
                .toList();
    }
}
