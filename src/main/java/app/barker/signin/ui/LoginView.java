package app.barker.signin.ui;

import app.barker.account.Viewer;
import app.barker.shared.IncidentCode;
import app.barker.signin.LastTriedName;
import app.barker.signin.SignInEnd;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import java.util.stream.Stream;

/** The log-in page: Vaadin's form posts username and password to {@code /login}, where Spring Security takes them. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
public class LoginView extends Composite<AuthPage> implements BeforeEnterObserver, HasDynamicTitle {

    public static final String PATH = "login";

    private static final String FORM_ID = "log-in-form";

    private final AuthenticationContext authentication;
    private final Div notes = new Div();
    private final LoginForm form;

    LoginView(AuthenticationContext authentication) {
        this.authentication = authentication;
        form = new LoginForm(texts());
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        // Among the texts of the form this one is missing.
        form.getElement()
                .executeJs(
                        "this.updateComplete.then(() => this.querySelector('vaadin-password-field').i18n = {reveal: $0})",
                        getTranslation("password.show"));
        getContent().head(getTranslation("login.title"), getTranslation("login.subtitle"));
        // Vaadin's own button for it stands below the log-in, where people who look for it do not look.
        Div beside = new Div(rememberMe(), new Anchor("/" + ForgotView.PATH, getTranslation("login.forgot")));
        beside.addClassName("auth-beside");
        form.getElement().appendChild(beside.getElement().setAttribute("slot", "custom-form-area"));
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
            tell(refused(parameters.get("error").getFirst()));
        } else if (parameters.containsKey("busy")) {
            tell(Note.error(getTranslation("login.busy.title"), getTranslation("login.busy.text")));
        } else if (parameters.containsKey("ended")) {
            endOf(parameters.get("ended").getFirst())
                    .ifPresent(why -> notes.add(Note.plain(
                            getTranslation("login.ended.title"), getTranslation("login.ended." + why.name()))));
        }
    }

    private Note refused(String code) {
        Div words = new Div(new Paragraph(getTranslation("login.refused.text")));
        // It stands in the address, where anyone could write anything.
        if (IncidentCode.isOne(code)) {
            Paragraph quote = new Paragraph(getTranslation("login.refused.quote") + " ");
            Code shown = new Code(code);
            shown.addClassName("code");
            quote.add(shown, new CopyButton(code, getTranslation("login.refused.copy", code)));
            words.add(quote);
        }
        return Note.error(getTranslation("login.refused.title"), words);
    }

    private static Optional<SignInEnd> endOf(String name) {
        return Stream.of(SignInEnd.values())
                .filter(end -> end.name().equals(name))
                .findFirst();
    }

    /** Vaadin's form has a place for it, but no Java method; the browser posts a plain checkbox with the form. */
    private Component rememberMe() {
        Input box = new Input();
        box.setType("checkbox");
        box.getElement()
                .setAttribute("name", "remember-me")
                .setAttribute("value", "yes")
                .setAttribute("form", FORM_ID);
        // The place is beside the form that is posted; by its id the box belongs to it all the same.
        form.getElement().executeJs("this.updateComplete.then(() => this.querySelector('form').id = $0)", FORM_ID);
        NativeLabel label = new NativeLabel();
        label.addClassName("check");
        label.add(box, new Span(getTranslation("login.remember-me")));
        return label;
    }

    private void tell(Note note) {
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
