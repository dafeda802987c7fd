package app.barker.shell;

import app.barker.signin.OpenSession;
import app.barker.signin.OpenSessions;
import app.barker.signin.SignInsChanged;
import app.barker.signin.ui.ShowsSignIns;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the open pages of a person that their sign-ins have changed, so that a log-in from elsewhere is seen while it is new. */
@Component
class SignInNews {

    private static final Logger LOG = LoggerFactory.getLogger(SignInNews.class);

    private final OpenSessions sessions;

    SignInNews(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @TransactionalEventListener
    void tell(SignInsChanged changed) {
        sessions.of(changed.accountId()).forEach(SignInNews::tell);
    }

    /** Waits for no page: each does it when its lock is free. */
    private static void tell(OpenSession session) {
        try {
            OpenTabs.of(session.session()).forEach(tabs -> tabs.access(() -> refresh(tabs)));
        } catch (IllegalStateException gone) {
            LOG.trace("The session has ended meanwhile", gone);
        }
    }

    private static void refresh(VaadinSession tabs) {
        for (UI tab : List.copyOf(tabs.getUIs())) {
            tab.accessSynchronously(() -> tab.getInternals().getActiveRouterTargetsChain().stream()
                    .filter(ShowsSignIns.class::isInstance)
                    .map(ShowsSignIns.class::cast)
                    .forEach(ShowsSignIns::signInsChanged));
        }
    }
}
