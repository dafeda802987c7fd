package app.barker.shell;

import com.vaadin.flow.component.HeartbeatEvent;
import com.vaadin.flow.component.HeartbeatListener;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Frees what an idle page would keep for as long as it is open: the text of its last answer, 31 KiB after Home was opened.
 * Flow keeps it for a browser that repeats a request because the answer was lost, which it does within seconds.
 */
@Component
class ForgottenAnswers implements VaadinServiceInitListener {

    /** Whoever repeats a request after all that time loads the page anew. */
    @SuppressWarnings("NullAway") // null is how no message is shown
    private static final String RELOAD = VaadinService.createCriticalNotificationJSON(null, null, null, null);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addHeartbeatListener(new Forgetting()));
    }

    /** Forgets when nothing was asked from one heartbeat to the next. */
    private static final class Forgetting implements HeartbeatListener {

        private int lastRequest = -1;

        @Override
        public void heartbeat(HeartbeatEvent event) {
            UIInternals page = event.getSource().getInternals();
            if (page.getLastProcessedClientToServerId() == lastRequest) {
                page.setLastRequestResponse(RELOAD);
            }
            lastRequest = page.getLastProcessedClientToServerId();
        }
    }
}
