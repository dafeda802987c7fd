package app.barker.signin.ui;

import app.barker.signin.EmailService;
import app.barker.signin.Origin;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where the link to confirm an address leads. A press confirms it: mail programs open links to look at them. */
@Route(value = "confirm/:secret", autoLayout = false)
@AnonymousAllowed
public class ConfirmEmailView extends Composite<AuthPage> implements BeforeEnterObserver, HasDynamicTitle {

    private final EmailService emails;
    private final Div content = new Div();
    private String secret = "";

    ConfirmEmailView(EmailService emails) {
        this.emails = emails;
        Button confirm = new Button(getTranslation("confirm.button"), click -> confirm());
        confirm.addThemeName("primary");
        confirm.addClassName("submit");
        content.add(confirm);
        getContent().head(getTranslation("confirm.title"), getTranslation("confirm.subtitle"));
        getContent().panel(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        secret = event.getRouteParameters().get("secret").orElse("");
    }

    private void confirm() {
        boolean done = emails.confirm(secret, Origin.of(VaadinServletRequest.getCurrent()));
        content.removeAll();
        content.add(
                done
                        ? Note.plain(getTranslation("confirm.done.title"), getTranslation("confirm.done.text"))
                        : Note.error(getTranslation("confirm.gone.title"), getTranslation("confirm.gone.text")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("confirm.title"));
    }
}
