package app.barker.signin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import app.barker.timeline.ui.HomeView;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.login.LoginForm;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class LoginViewTest extends ViewTest {

    @Autowired
    AccountService accounts;

    @Test
    void theFormPostsToSpringSecurity() {
        navigate(LoginView.class);

        LoginForm form = find(LoginForm.class).single();
        assertThat(form.getAction()).isEqualTo("login");
        assertThat(form.isForgotPasswordButtonVisible()).isFalse();
    }

    @Test
    void theFieldsAndTheButtonHaveTheirNames() {
        navigate(LoginView.class);

        JsonNode texts = (JsonNode) find(LoginForm.class).single().getElement().getPropertyRaw("i18n");
        assertThat(texts.at("/form/username").asString()).isEqualTo("Username");
        assertThat(texts.at("/form/password").asString()).isEqualTo("Password");
        assertThat(texts.at("/form/submit").asString()).isEqualTo("Log in");
    }

    @Test
    void saysNothingToWhoeverComesFirst() {
        navigate(LoginView.class);

        assertThat(find(Note.class).exists()).isFalse();
    }

    @Test
    void saysThatNameOrPasswordIsWrongWithoutSayingWhich() {
        open("login?error");

        Note note = find(Note.class).single();
        assertThat(note.getElement().getTextRecursively())
                .isEqualTo(
                        "That didn't work"
                                + "The username or password is not right, or the account can't log in now. Check both and try again.");
        assertThat(note.getElement().getAttribute("role")).isEqualTo("alert");
    }

    @Test
    void saysThatItCannotDecideRightNow() {
        open("login?busy");

        assertThat(find(Note.class).single().getElement().getTextRecursively())
                .startsWith("Not just now")
                .doesNotContain("not right");
    }

    @Test
    void leadsTheNewToTheSignUp() {
        navigate(LoginView.class);

        assertThat(find(Anchor.class).withText("Sign up").single().getHref()).isEqualTo("/signup");
    }

    @Test
    void sendsHomeWhoeverIsLoggedIn() {
        navigate(LoginView.class);
        logIn(new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8)));

        navigate("login", HomeView.class);
    }
}
