package app.barker.shell;

import app.barker.signin.SessionEnding;
import app.barker.signin.SignInEnd;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushConnection;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Tells the open tabs of a browser that its session ends, before the session is gone: afterwards nothing could be pushed to
 * them any more. What each does about it, the browser decides ({@code frontend/session-end.ts}).
 */
@Component
class TabEnding implements SessionEnding {

    private static final Logger LOG = LoggerFactory.getLogger(TabEnding.class);

    /** A page that is busy for longer learns of it by its next request: no page keeps a session from ending. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Override
    public void beforeEnd(HttpSession session, SignInEnd why, boolean remembered) {
        try {
            // First the session forgets who it was: a tab that comes to the log-in page stays there.
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            OpenTabs.of(session).forEach(tabs -> tell(tabs, why, remembered));
        } catch (IllegalStateException gone) {
            LOG.trace("The session has ended meanwhile", gone);
        }
    }

    private static void tell(VaadinSession tabs, SignInEnd why, boolean remembered) {
        Future<Void> told = tabs.access(() -> List.copyOf(tabs.getUIs()).forEach(tab -> tell(tab, why, remembered)));
        try {
            told.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException deaf) {
            LOG.debug("A page could not be told of the end of its session", deaf);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(UI tab, SignInEnd why, boolean remembered) {
        tab.getPage()
                .executeJs(
                        "dispatchEvent(new CustomEvent('barker-session-end', {detail: {why: $0, remembered: $1}}))",
                        why.name(),
                        remembered);
        tab.push();
        // Or the end of the session would push Flow's own word for it, upon which its client loads the page anew.
        PushConnection push = tab.getInternals().getPushConnection();
        if (push != null && push.isConnected()) {
            push.disconnect();
        }
    }
}
