package app.barker.signin.ui;

import app.barker.account.AccountService;
import app.barker.account.HashingBusy;
import app.barker.account.PasswordPolicy;
import app.barker.account.PasswordProblem;
import app.barker.account.SignUpResult;
import app.barker.account.SignUpResult.Refused;
import app.barker.account.SignUpResult.SignedUp;
import app.barker.account.UsernameProblem;
import app.barker.account.Viewer;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Optional;

/**
 * The sign-up page. Once the account stands, the browser posts the very same form to {@code /login}: the new person comes
 * in through the one door that everyone uses, with a new session id, and their password manager sees a log-in.
 */
@Route(value = SignUpView.PATH, autoLayout = false)
@AnonymousAllowed
public class SignUpView extends Composite<AuthPage> implements BeforeEnterObserver, HasDynamicTitle, SignUpForm.Rules {

    public static final String PATH = "signup";

    private final AuthenticationContext authentication;
    private final AccountService accounts;
    private final PasswordPolicy passwords;
    private final Div notes = new Div();
    private final SignUpForm form;

    SignUpView(AuthenticationContext authentication, AccountService accounts, PasswordPolicy passwords) {
        this.authentication = authentication;
        this.accounts = accounts;
        this.passwords = passwords;
        form = new SignUpForm(this);
        Paragraph finePrint = new Paragraph(getTranslation("signup.who-reads"));
        finePrint.addClassName("fine-print");
        getContent().head(getTranslation("signup.title"), getTranslation("signup.subtitle"));
        getContent().panel(notes, form, finePrint);
        getContent().elsewhere(getTranslation("signup.known-here"), LoginView.PATH, getTranslation("login.button"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.getAuthenticatedUser(Viewer.class).isPresent()) {
            event.forwardTo("");
        }
    }

    @Override
    public void signUp(String username, String password, String setupCode) {
        notes.removeAll();
        try {
            SignUpResult result = accounts.signUp(username, password, setupCode);
            switch (result) {
                case SignedUp done -> form.logIn();
                case Refused refused -> show(refused, username);
            }
        } catch (HashingBusy busy) {
            form.show(Optional.empty(), Optional.empty(), Optional.empty());
            notes.add(Note.error(getTranslation("login.busy.title"), getTranslation("login.busy.text")));
        }
    }

    private void show(Refused refused, String username) {
        List<Component> toMend = form.show(
                refused.username().map(problem -> sentence(problem, username)),
                refused.password().map(this::sentence),
                refused.setupCodeWrong() ? Optional.of(getTranslation("signup.setup-code.wrong")) : Optional.empty());
        Paragraph links = new Paragraph();
        toMend.forEach(link -> {
            if (links.getElement().getChildCount() > 0) {
                links.add(" · ");
            }
            links.add(link);
        });
        Note summary = Note.error(getTranslation(toMend.size() == 1 ? "signup.mend.one" : "signup.mend.many"), links);
        notes.add(summary);
        summary.focus();
    }

    @Override
    public Optional<String> problemWithUsername(String typed) {
        return accounts.problemWithNewUsername(typed).map(problem -> sentence(problem, typed));
    }

    @Override
    public Optional<String> problemWithPassword(String typed, String username) {
        return passwords.problemWith(typed, username).map(this::sentence);
    }

    @Override
    public int minimumPasswordLength() {
        return passwords.minimumLength();
    }

    @Override
    public boolean asksForSetupCode() {
        return accounts.asksForSetupCode();
    }

    private String sentence(UsernameProblem problem, String username) {
        return getTranslation("username.problem." + problem, username);
    }

    private String sentence(PasswordProblem problem) {
        return getTranslation("password.problem." + problem, passwords.minimumLength());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("signup.button"));
    }
}
