package app.barker.signin.ui;

import app.barker.account.HashingBusy;
import app.barker.account.PasswordPolicy;
import app.barker.shared.ui.Toast;
import app.barker.signin.PasswordService;
import app.barker.signin.PasswordService.Result;
import app.barker.signin.SessionDiary;
import app.barker.signin.SessionRotation;
import app.barker.signin.SignedIn;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A new password, for who knows the current one. */
class PasswordForm extends Composite<Section> {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordForm.class);

    private final SignedIn me;
    private final PasswordService passwords;
    private final PasswordPolicy policy;
    private final SessionRotation rotation;
    private final PasswordField current = new SecretField(getTranslation("account.password.current"));
    private final PasswordField chosen = new SecretField(getTranslation("account.password.new"));
    private final Checkbox others = new Checkbox();

    PasswordForm(
            String username, SignedIn me, PasswordService passwords, PasswordPolicy policy, SessionRotation rotation) {
        this.me = me;
        this.passwords = passwords;
        this.policy = policy;
        this.rotation = rotation;
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        current.setManualValidation(true);
        chosen.setAutocomplete(Autocomplete.NEW_PASSWORD);
        chosen.setManualValidation(true);
        chosen.setHelperComponent(new PasswordMeter(policy.minimumLength()));
        showOthers();
        Button change = new Button(getTranslation("account.password.button"), click -> change());
        change.addThemeName("primary");
        change.addClickShortcut(Key.ENTER).listenOn(current, chosen).resetFocusOnActiveElement();
        Div actions = new Div(change);
        actions.addClassName("form-actions");
        Paragraph hint = new Paragraph(getTranslation("account.password.text"));
        hint.addClassName("hint");
        getContent().addClassNames("card", "form-card");
        getContent()
                .add(
                        new H2(getTranslation("account.password.title")),
                        hint,
                        nameForPasswordManagers(username),
                        current,
                        chosen,
                        others,
                        actions);
    }

    /** Whoever has programs decides whether they go on. */
    private void showOthers() {
        List<String> names = passwords.otherCredentialsOf(me);
        others.setLabel(getTranslation("account.password.tokens", String.join(", ", names)));
        others.setValue(false);
        others.setVisible(!names.isEmpty());
    }

    /** They store a new password under the name that stands beside it. */
    private static Input nameForPasswordManagers(String username) {
        Input name = new Input();
        name.setValue(username);
        name.addClassName("hidden-text");
        name.getElement()
                .setAttribute("autocomplete", "username")
                .setAttribute("readonly", true)
                .setAttribute("tabindex", "-1")
                .setAttribute("aria-hidden", "true");
        return name;
    }

    private void change() {
        show(current, "");
        show(chosen, "");
        try {
            switch (passwords.change(me, current.getValue(), chosen.getValue(), others.getValue())) {
                case Result.Changed changed -> {
                    CurrentSession.rotate(rotation, SessionDiary.Cause.PASSWORD_CHANGED);
                    current.clear();
                    chosen.clear();
                    showOthers();
                    Toast.done(getTranslation("account.password.done", changed.ended()));
                }
                case Result.WrongPassword wrong -> complain(current, getTranslation("proof.wrong"));
                case Result.Wait wait -> complain(current, getTranslation("proof.wait"));
                case Result.NotGoodEnough weak ->
                    complain(chosen, getTranslation("password.problem." + weak.problem(), policy.minimumLength()));
                case Result.LinkGone gone -> throw new IllegalStateException("There was no link");
            }
        } catch (HashingBusy busy) {
            LOG.debug("No turn for a new password", busy);
            complain(current, getTranslation("login.busy.text"));
        }
    }

    private static void complain(PasswordField field, String problem) {
        show(field, problem);
        field.focus();
    }

    private static void show(PasswordField field, String problem) {
        field.setInvalid(!problem.isEmpty());
        field.setErrorMessage(problem);
    }
}
