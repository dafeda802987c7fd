package app.barker.shell;

import app.barker.shared.IncidentCode;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a person, where they are, that something they did was not done; the page stays as it was. */
@Component
class UnexpectedErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    @Override
    public void error(ErrorEvent event) {
        IncidentCode code = IncidentCode.draw();
        LOG.error("A request failed; code {}", code, event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            Notification notification = new Notification(ui.getTranslation("failed.toast", code.value()));
            notification.setPosition(Notification.Position.BOTTOM_CENTER);
            notification.setDuration(0);
            notification.setAssertive(true);
            notification.addThemeVariants(NotificationVariant.ERROR);
            notification.open();
        }
    }
}
