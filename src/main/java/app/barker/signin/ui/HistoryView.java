package app.barker.signin.ui;

import app.barker.shared.ui.SettingsNav;
import app.barker.signin.SecurityHistory;
import app.barker.signin.SignedIn;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Settings: what happened to one's account, and from where. */
@Route("settings/history")
@PermitAll
public class HistoryView extends Composite<Div> implements HasDynamicTitle {

    HistoryView(SecurityHistory history) {
        SignedIn me = CurrentSession.get().signedIn();
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        Paragraph lead = new Paragraph(getTranslation("history.text"));
        lead.addClassName("lead");
        getContent().addClassNames("page", "settings");
        getContent()
                .add(
                        head,
                        new SettingsNav(SettingsNav.HISTORY),
                        lead,
                        new EventList(before -> history.of(me.viewer(), before)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("settings.history"));
    }
}
