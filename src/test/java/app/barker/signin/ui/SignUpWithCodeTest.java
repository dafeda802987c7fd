package app.barker.signin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.testing.Dogs;
import app.barker.testing.EmptyInstallation;
import app.barker.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The sign-up page of a Barker that the whole network reaches before anybody has signed up. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "server.address=0.0.0.0")
class SignUpWithCodeTest extends ViewTest {

    private static final Pattern CODE = Pattern.compile("set-up code: (\\S+)");

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyIsHereYet() {
        EmptyInstallation.in(jdbc);
        navigate(SignUpView.class);
        test(find(TextField.class).withLabel("Username").single()).setValue("rex");
        test(find(PasswordField.class).withLabel("Password").single()).setValue(Dogs.PASSWORD);
    }

    @Test
    void theFirstNeedsTheCodeThatTheLogTells(CapturedOutput log) {
        test(setupCode()).setValue("ABCD-EFGH-JKLM");
        test(submit()).click();

        assertThat(setupCode().getErrorMessage())
                .isEqualTo("This is not the code that the log shows. A restart makes a new one.");
        assertThat(accounts.problemWithNewUsername("rex")).isEmpty();

        test(setupCode()).setValue(codeIn(log));
        test(submit()).click();

        assertThat(hasTold(find(SignUpForm.class).single(), "this.submit()")).isTrue();
        assertThat(accounts.authenticate("rex", Dogs.PASSWORD).viewer()).isPresent();
    }

    @Test
    void whoComesLaterIsNotAsked(CapturedOutput log) {
        accounts.signUp("bella", Dogs.PASSWORD, codeIn(log));

        navigate(LoginView.class);
        navigate(SignUpView.class);

        assertThat(find(TextField.class).withLabel("Set-up code").exists()).isFalse();
    }

    private TextField setupCode() {
        return find(TextField.class).withLabel("Set-up code").single();
    }

    private Button submit() {
        return find(Button.class).withText("Sign up").single();
    }

    private static String codeIn(CapturedOutput log) {
        Matcher code = CODE.matcher(log);
        assertThat(code.find()).as("the log tells the code").isTrue();
        return code.group(1);
    }
}
