package app.barker.signin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import app.barker.timeline.ui.HomeView;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SignUpViewTest extends ViewTest {

    @Autowired
    AccountService accounts;

    String newName = "rex-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void open() {
        navigate(SignUpView.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    r        | Too short: a username has at least 2 characters.
                    rex dog  | Use the letters a to z, digits, _ and - only.
                    1rex     | Begin with a letter.
                    admin    | @admin is reserved. Choose another name.
                    rexrexrexrexrexrexrexrexrexrexr | Too long: a username has at most 30 characters.
                    """)
    void saysAtTheFieldWhatIsWrongWithAName(String typed, String sentence) {
        test(username()).setValue(typed);

        assertThat(username().isInvalid()).isTrue();
        assertThat(username().getErrorMessage()).isEqualTo(sentence);
        assertThat(password().isInvalid()).isFalse();
    }

    @Test
    void saysAtTheFieldThatANameIsTaken() {
        new Dogs(accounts).signUp(newName);

        test(username()).setValue(newName.toUpperCase(Locale.ROOT));

        assertThat(username().getErrorMessage()).matches("(?i)@" + newName + " is taken\\. Choose another name\\.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    short               | Too short: use 15 characters or more.
                    password            | This one is on lists of leaked passwords. Choose another.
                    bella-the-dog 12345 | This is little more than your username. Choose another.
                    """)
    void saysAtTheFieldWhatIsWrongWithAPassword(String typed, String sentence) {
        test(username()).setValue("bella-the-dog");

        test(password()).setValue(typed);

        assertThat(password().isInvalid()).isTrue();
        assertThat(password().getErrorMessage()).isEqualTo(sentence);
    }

    @Test
    void saysNothingAboutAFieldThatIsEmptiedAgain() {
        test(username()).setValue("1");
        test(password()).setValue("short");
        assertThat(username().isInvalid()).isTrue();
        assertThat(password().isInvalid()).isTrue();

        test(username()).setValue("");
        test(password()).setValue("");

        assertThat(username().isInvalid()).isFalse();
        assertThat(password().isInvalid()).isFalse();
    }

    @Test
    void whatIsMendedIsNotSaidAnyMore() {
        test(username()).setValue("1");
        assertThat(username().isInvalid()).isTrue();

        test(username()).setValue(newName);

        assertThat(username().isInvalid()).isFalse();
    }

    @Test
    void anEmptyFormIsAnsweredWithEverythingThatIsToMend() {
        test(submit()).click();

        assertThat(username().getErrorMessage()).isEqualTo("Choose a username.");
        assertThat(password().getErrorMessage()).isEqualTo("Choose a password.");
        Note summary = find(Note.class).single();
        assertThat(summary.getElement().getTextRecursively()).startsWith("A few things to mend");
        assertThat(find(NativeButton.class, summary).all())
                .extracting(NativeButton::getText)
                .containsExactly("Username", "Password");
        assertThat(hasTold(summary, "focus")).isTrue();
        assertThat(submit().isEnabled()).isTrue();
        assertThat(hasTold(form(), "this.submit()")).isFalse();
    }

    @Test
    void oneThingToMendIsOneThing() {
        fillIn(newName, "short");

        test(submit()).click();

        assertThat(find(Note.class).single().getElement().getTextRecursively()).isEqualTo("One thing to mendPassword");
        assertThat(accounts.problemWithNewUsername(newName)).isEmpty();
    }

    @Test
    void theSummaryGoesWhenEverythingIsMended() {
        test(submit()).click();
        assertThat(find(Note.class).exists()).isTrue();

        fillIn(newName, Dogs.PASSWORD);
        test(submit()).click();

        assertThat(find(Note.class).exists()).isFalse();
    }

    @Test
    void makesTheAccountAndLetsTheBrowserLogIn() {
        assertThat(accounts.authenticate(newName, Dogs.PASSWORD).viewer()).isEmpty();
        fillIn(newName, Dogs.PASSWORD);

        test(submit()).click();

        assertThat(accounts.authenticate(newName, Dogs.PASSWORD).viewer()).isPresent();
        assertThat(hasTold(form(), "this.submit()")).isTrue();
        assertThat(form().getElement().getAttribute("action")).isEqualTo("login");
        assertThat(form().getElement().getAttribute("method")).isEqualTo("post");
        assertThat(username().getElement().getAttribute("name")).isEqualTo("username");
        assertThat(password().getElement().getAttribute("name")).isEqualTo("password");
    }

    @Test
    void passwordManagersKnowTheFields() {
        assertThat(username()
                        .getElement()
                        .getProperty("autocomplete", username().getElement().getAttribute("autocomplete")))
                .isEqualTo("username");
        assertThat(password()
                        .getElement()
                        .getProperty("autocomplete", password().getElement().getAttribute("autocomplete")))
                .isEqualTo("new-password");
    }

    @Test
    void asksForNoSetUpCodeWhereOnlyThisMachineCanReachIt() {
        assertThat(find(TextField.class).withLabel("Set-up code").exists()).isFalse();
    }

    @Test
    void sendsHomeWhoeverIsLoggedIn() {
        logIn(new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8)));

        navigate("signup", HomeView.class);
    }

    private void fillIn(String name, String typed) {
        test(username()).setValue(name);
        test(password()).setValue(typed);
    }

    private SignUpForm form() {
        return find(SignUpForm.class).single();
    }

    private TextField username() {
        return find(TextField.class).withLabel("Username").single();
    }

    private PasswordField password() {
        return find(PasswordField.class).withLabel("Password").single();
    }

    private Button submit() {
        return find(Button.class).withText("Sign up").single();
    }
}
