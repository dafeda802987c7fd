package app.barker.testing;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.signin.OpenSessions;
import app.barker.signin.OpenSignIns;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Views of somebody's own account: Rex has logged in, and the log-in is a row. */
public abstract class SignedInViewTest extends ViewTest {

    @Autowired
    protected AccountService accounts;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private SignIns signIns;

    @Autowired
    private OpenSessions sessions;

    protected OpenSignIns open;
    protected Viewer rex;
    protected SignedIn me;

    @BeforeEach
    void rexHasLoggedIn() {
        open = new OpenSignIns(signIns, jdbc);
        rex = signUp("rex");
        me = logInForReal(rex);
    }

    protected Viewer signUp(String dog) {
        return new Dogs(accounts)
                .signUp(dog + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    protected SignedIn logInForReal(Viewer person) {
        SignedIn signedIn = open.open(person, OpenSignIns.OFFICE);
        logIn(person);
        open.bind(signedIn, ((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession(), sessions);
        return signedIn;
    }

    protected void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    /** By what is read out. */
    protected void pressLabelled(String label) {
        test(find(NativeButton.class).all().stream()
                        .filter(button -> label.equals(button.getElement().getAttribute("aria-label")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No " + label)))
                .click();
    }

    protected void sayYes() {
        test(find(ConfirmDialog.class).single()).confirm();
    }
}
