package app.barker.signin.ui;

import app.barker.account.Viewer;
import app.barker.signin.LastTriedName;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** The log-in page: Vaadin's form posts username and password to {@code /login}, where Spring Security takes them. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
public class LoginView extends Composite<AuthPage> implements BeforeEnterObserver, HasDynamicTitle {

    public static final String PATH = "login";

    private final AuthenticationContext authentication;
    private final Div notes = new Div();
    private final LoginForm form;

    LoginView(AuthenticationContext authentication) {
        this.authentication = authentication;
        form = new LoginForm(texts());
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        getContent().head(getTranslation("login.title"), getTranslation("login.subtitle"));
        getContent().panel(notes, form);
        getContent().elsewhere(getTranslation("login.new-here"), SignUpView.PATH, getTranslation("signup.button"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.getAuthenticatedUser(Viewer.class).isPresent()) {
            event.forwardTo("");
            return;
        }
        var parameters = event.getLocation().getQueryParameters().getParameters();
        if (parameters.containsKey("error")) {
            tell(getTranslation("login.refused.title"), getTranslation("login.refused.text"));
        } else if (parameters.containsKey("busy")) {
            tell(getTranslation("login.busy.title"), getTranslation("login.busy.text"));
        }
    }

    private void tell(String title, String text) {
        Note note = Note.error(title, text);
        notes.add(note);
        form.getElement().setProperty("noAutofocus", true);
        note.focus();
        LastTriedName.takeFrom(VaadinServletRequest.getCurrent().getSession()).ifPresent(this::keepUsername);
    }

    /** Whoever mistyped a password types that again, and not the name. The form has no Java method for it. */
    private void keepUsername(String username) {
        form.getElement()
                .executeJs(
                        "this.updateComplete.then(() => this.querySelector('[name=username]').value = $0)", username);
    }

    private LoginI18n texts() {
        LoginI18n texts = LoginI18n.createDefault();
        LoginI18n.Form form = texts.getForm();
        form.setTitle("");
        form.setUsername(getTranslation("username"));
        form.setPassword(getTranslation("password"));
        form.setSubmit(getTranslation("login.button"));
        LoginI18n.ErrorMessage error = texts.getErrorMessage();
        error.setUsername(getTranslation("login.username-missing"));
        error.setPassword(getTranslation("login.password-missing"));
        return texts;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("login.button"));
    }
}
