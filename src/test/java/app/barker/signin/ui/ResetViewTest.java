package app.barker.signin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.signin.PasswordService;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ResetViewTest extends ViewTest {

    @Autowired
    AccountService accounts;

    @Autowired
    PasswordService passwords;

    private Viewer rex;
    private String secret = "";

    @BeforeEach
    void rexHasALink() {
        rex = new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8));
        secret = passwords.makeLinkFor(rex.username()).orElseThrow();
    }

    @Test
    void choosesANewPasswordForTheOneWhoseLinkItIs() {
        open("reset/" + secret);
        assertThat(find(TextField.class).single().getValue()).isEqualTo(rex.username());

        choose("short");
        assertThat(find(PasswordField.class).single().getErrorMessage()).startsWith("Too short");
        choose("a purple bone under the sofa");

        assertThat(words()).contains("Your new password is set");
        assertThat(accounts.authenticate(rex.username(), "a purple bone under the sofa")
                        .viewer())
                .isPresent();
    }

    @Test
    void aLinkThatWasUsedMeanwhileIsSaidToBeGone() {
        open("reset/" + secret);
        passwords.makeLinkFor(rex.username());

        choose("a purple bone under the sofa");

        assertThat(words()).contains("This link does not work any more");
        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD).viewer())
                .isPresent();
    }

    @Test
    void anythingElseIsSaidToBeGone() {
        open("reset/bone");
        assertThat(words()).contains("This link does not work any more");
        assertThat(find(PasswordField.class).exists()).isFalse();
    }

    @Test
    void whoForgotIsToldWhomToAsk() {
        navigate(ForgotView.class);

        assertThat(find(ForgotView.class).single().getElement().getTextRecursively())
                .contains("Ask an administrator", "./barker reset-password");
    }

    private void choose(String password) {
        find(PasswordField.class).single().setValue(password);
        test(find(Button.class).single()).click();
    }

    private String words() {
        return find(ResetView.class).single().getElement().getTextRecursively();
    }
}
