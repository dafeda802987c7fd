package app.barker.signin.ui;

import app.barker.account.HashingBusy;
import app.barker.account.PasswordPolicy;
import app.barker.account.Person;
import app.barker.signin.Origin;
import app.barker.signin.PasswordService;
import app.barker.signin.PasswordService.Result;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A new password for whoever has a link for one. */
@Route(value = ResetView.PATH + "/:secret", autoLayout = false)
@AnonymousAllowed
public class ResetView extends Composite<AuthPage> implements BeforeEnterObserver, HasDynamicTitle {

    public static final String PATH = "reset";

    private static final Logger LOG = LoggerFactory.getLogger(ResetView.class);

    private final PasswordService passwords;
    private final PasswordPolicy policy;
    private final Div notes = new Div();
    private final Div form = new Div();
    private final SecretField chosen = new SecretField(getTranslation("account.password.new"));
    private String secret = "";

    ResetView(PasswordService passwords, PasswordPolicy policy) {
        this.passwords = passwords;
        this.policy = policy;
        getContent().head(getTranslation("reset.title"), getTranslation("reset.subtitle"));
        getContent().panel(notes, form);
        getContent().elsewhere(getTranslation("forgot.remembered"), LoginView.PATH, getTranslation("login.button"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        secret = event.getRouteParameters().get("secret").orElse("");
        Optional<Person> person = passwords.personWithLink(secret);
        if (person.isEmpty()) {
            sayThatItIsGone();
        } else {
            draw(person.get().username());
        }
    }

    private void draw(String username) {
        TextField name = new TextField(getTranslation("username"));
        name.setValue(username);
        name.setReadOnly(true);
        name.setAutocomplete(Autocomplete.USERNAME);
        chosen.setAutocomplete(Autocomplete.NEW_PASSWORD);
        chosen.setManualValidation(true);
        chosen.setAutofocus(true);
        chosen.setHelperComponent(new PasswordMeter(policy.minimumLength()));
        Button save = new Button(getTranslation("reset.button"), click -> reset());
        save.addThemeName("primary");
        save.addClassName("submit");
        save.addClickShortcut(Key.ENTER).listenOn(chosen).resetFocusOnActiveElement();
        form.addClassName("signup-form");
        form.removeAll();
        form.add(name, chosen, save);
    }

    private void reset() {
        chosen.setInvalid(false);
        try {
            switch (passwords.reset(secret, chosen.getValue(), Origin.of(VaadinServletRequest.getCurrent()))) {
                case Result.Changed changed -> sayThatItIsDone();
                case Result.NotGoodEnough weak ->
                    complain(getTranslation("password.problem." + weak.problem(), policy.minimumLength()));
                case Result.Wait wait -> complain(getTranslation("proof.wait"));
                case Result.LinkGone gone -> sayThatItIsGone();
                case Result.WrongPassword wrong -> throw new IllegalStateException("No password was asked for");
            }
        } catch (HashingBusy busy) {
            LOG.debug("No turn for a new password", busy);
            complain(getTranslation("login.busy.text"));
        }
    }

    private void complain(String problem) {
        chosen.setInvalid(true);
        chosen.setErrorMessage(problem);
        chosen.focus();
    }

    private void sayThatItIsDone() {
        form.removeAll();
        Anchor logIn = new Anchor("/" + LoginView.PATH, getTranslation("login.button"));
        logIn.setRouterIgnore(true);
        logIn.addClassNames("button", "primary");
        Note note = Note.plain(getTranslation("reset.done.title"), getTranslation("reset.done.text"));
        notes.removeAll();
        notes.add(note, new Paragraph(logIn));
    }

    private void sayThatItIsGone() {
        form.removeAll();
        notes.removeAll();
        notes.add(Note.error(getTranslation("reset.gone.title"), getTranslation("reset.gone.text")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("reset.title"));
    }
}
