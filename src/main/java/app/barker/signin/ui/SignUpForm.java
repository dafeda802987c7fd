package app.barker.signin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of the sign-up page in an HTML form that the browser can post to {@code /login} by itself, as soon as the
 * account stands. Knows callbacks, no service.
 */
@Tag("form")
class SignUpForm extends Component implements HasComponents {

    /** After so much quiet a field is checked. */
    private static final int QUIET_MILLIS = 400;

    private final TextField username = new TextField();
    private final PasswordField password = new SecretField(getTranslation("password"));
    private final TextField setupCode = new TextField();
    private final Button submit;

    /** What the page knows: it checks single fields while one types, and everything when one submits. */
    interface Rules {
        Optional<String> problemWithUsername(String typed);

        Optional<String> problemWithPassword(String typed, String username);

        int minimumPasswordLength();

        boolean asksForSetupCode();

        void signUp(String username, String password, String setupCode);
    }

    SignUpForm(Rules rules) {
        addClassName("signup-form");
        getElement().setAttribute("method", "post").setAttribute("action", LoginView.PATH);
        submit = new Button(
                getTranslation("signup.button"),
                click -> rules.signUp(username.getValue(), password.getValue(), setupCode.getValue()));
        add(usernameField(rules), passwordField(rules));
        if (rules.asksForSetupCode()) {
            add(setupCodeField());
        }
        add(submitButton());
    }

    /** Shows what is wrong at the fields; returns those that need mending, in the order of the page. */
    List<Component> show(
            Optional<String> usernameProblem, Optional<String> passwordProblem, Optional<String> codeProblem) {
        submit.setEnabled(true);
        List<Component> toMend = new ArrayList<>();
        show(username, usernameProblem, toMend);
        show(password, passwordProblem, toMend);
        show(setupCode, codeProblem, toMend);
        return toMend;
    }

    /** Lets the browser post username and password to the log-in, as if typed there. */
    void logIn() {
        getElement().executeJs("this.submit()");
    }

    private TextField usernameField(Rules rules) {
        username.setLabel(getTranslation("username"));
        username.setPrefixComponent(new Span("@"));
        username.setAutocomplete(Autocomplete.USERNAME);
        username.setAutofocus(true);
        username.getElement().setAttribute("name", "username").setAttribute("autocapitalize", "none");
        checkWhenQuiet(username);
        username.addValueChangeListener(
                change -> showUnlessEmpty(username, rules.problemWithUsername(change.getValue())));
        return username;
    }

    private PasswordField passwordField(Rules rules) {
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperComponent(new PasswordMeter(rules.minimumPasswordLength()));
        password.getElement().setAttribute("name", "password");
        checkWhenQuiet(password);
        password.addValueChangeListener(
                change -> showUnlessEmpty(password, rules.problemWithPassword(change.getValue(), username.getValue())));
        return password;
    }

    private TextField setupCodeField() {
        setupCode.setLabel(getTranslation("signup.setup-code"));
        setupCode.setHelperText(getTranslation("signup.setup-code.help"));
        setupCode.setAutocomplete(Autocomplete.OFF);
        return setupCode;
    }

    private Button submitButton() {
        submit.addThemeName("primary");
        submit.addClassName("submit");
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER).listenOn(this);
        return submit;
    }

    private static void checkWhenQuiet(TextFieldBase<?, String> field) {
        // Errors come from the rules above, not from the field's own constraints.
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(QUIET_MILLIS);
    }

    private static void showUnlessEmpty(TextFieldBase<?, String> field, Optional<String> problem) {
        show(field, field.isEmpty() ? Optional.empty() : problem, new ArrayList<>());
    }

    private static void show(TextFieldBase<?, String> field, Optional<String> problem, List<Component> toMend) {
        field.setInvalid(problem.isPresent());
        field.setErrorMessage(problem.orElse(""));
        problem.ifPresent(p -> toMend.add(linkTo(field)));
    }

    private static NativeButton linkTo(TextFieldBase<?, String> field) {
        NativeButton link = new NativeButton(field.getLabel(), click -> field.focus());
        link.addClassName("link");
        return link;
    }
}
