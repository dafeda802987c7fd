package app.barker.signin.ui;

import app.barker.signin.PasswordService;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** What to do without the password: an administrator has a link for it. Says the same to everyone. */
@Route(value = ForgotView.PATH, autoLayout = false)
@AnonymousAllowed
public class ForgotView extends Composite<AuthPage> implements HasDynamicTitle {

    static final String PATH = "forgot";

    ForgotView() {
        getContent().head(getTranslation("forgot.title"), getTranslation("forgot.subtitle"));
        getContent()
                .panel(
                        new Paragraph(getTranslation("forgot.text", PasswordService.LINK_LASTS.toHours())),
                        new Paragraph(getTranslation("forgot.administrator")));
        getContent().elsewhere(getTranslation("forgot.remembered"), LoginView.PATH, getTranslation("login.button"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("forgot.title"));
    }
}
