package app.barker.notification.ui;

import app.barker.account.Viewer;
import app.barker.notification.NotificationPreferences;
import app.barker.notification.Notifications;
import app.barker.shared.ui.SettingsNav;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;

/** Settings: what one wants to hear of, and when one wants no badge. */
@Route("settings/notifications")
@PermitAll
public class NotificationSettingsView extends Composite<Div> implements HasDynamicTitle {

    NotificationSettingsView(AuthenticationContext authentication, Notifications notifications) {
        Viewer me = authentication.getAuthenticatedUser(Viewer.class).orElseThrow();
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        Paragraph lead = new Paragraph(getTranslation("notification-settings.text"));
        lead.addClassName("lead");
        NotificationPreferences chosen = notifications.preferencesOf(me);
        getContent().addClassNames("page", "settings");
        getContent()
                .add(
                        head,
                        new SettingsNav(SettingsNav.NOTIFICATIONS),
                        lead,
                        new PreferencesForm(chosen, preferences -> notifications.choose(me, preferences)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("settings.notifications"));
    }
}
