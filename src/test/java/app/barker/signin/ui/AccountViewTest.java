package app.barker.signin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.ProfileService;
import app.barker.testing.Dogs;
import app.barker.testing.SignedInViewTest;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccountViewTest extends SignedInViewTest {

    @Autowired
    ProfileService profiles;

    @BeforeEach
    void isOpen() {
        navigate(AccountView.class);
    }

    @Test
    void aWrongCurrentPasswordIsSaidAtItsField() {
        field("Current password").setValue("not this one");
        field("New password").setValue("a purple bone under the sofa");
        press("Change password");

        assertThat(field("Current password").getErrorMessage()).isEqualTo("This password is not right.");
        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD).viewer())
                .isPresent();
    }

    @Test
    void aWeakNewPasswordIsSaidAtItsField() {
        field("Current password").setValue(Dogs.PASSWORD);
        field("New password").setValue("short");
        press("Change password");

        assertThat(field("Current password").isInvalid()).isFalse();
        assertThat(field("New password").getErrorMessage()).startsWith("Too short");
    }

    @Test
    void aNewNameIsShownEverywhereAtOnce() {
        username().setValue("rexford-" + rex.id());
        press("Change username");

        assertThat(profiles.of(rex).username()).isEqualTo("rexford-" + rex.id());
        assertThat(test(find(Notification.class).single()).getText()).contains("You are @rexford-" + rex.id());
        assertThat(everythingTold()).contains("barker-profile-changed", "rexford-" + rex.id());
    }

    @Test
    void aNameThatIsTakenIsSaidAtItsField() {
        username().setValue(signUp("bella").username());
        press("Change username");

        assertThat(username().getErrorMessage()).contains("is taken");
        assertThat(profiles.of(rex).username()).isEqualTo(rex.username());
    }

    @Test
    void whoProvedItLongAgoIsAskedFirst() {
        open.proofIsOld(me);
        username().setValue("rexford-" + rex.id());
        press("Change username");

        assertThat(hasTold(find(ProofQuestion.class).single(), "ask")).isTrue();
        assertThat(profiles.of(rex).username()).isEqualTo(rex.username());
        assertThat(call(find(ProofQuestion.class).single(), "prove", "wrong")).isEqualTo("This password is not right.");
        assertThat(profiles.of(rex).username()).isEqualTo(rex.username());
    }

    @Test
    void closingIsAskedAboutAndThenDone() {
        press("Close account");
        assertThat(accounts.standingOf(rex.id())).isPresent();

        sayYes();

        assertThat(accounts.standingOf(rex.id())).isEmpty();
        assertThat(open.endOf(me)).isEqualTo("CLOSED");
    }

    @Test
    void theOnlyAdministratorIsToldWhyNot() {
        jdbc.sql("update users set role = 'USER'").update();
        jdbc.sql("update users set role = 'ADMIN' where id = ?").param(rex.id()).update();
        press("Close account");
        sayYes();

        assertThat(test(find(Notification.class).single()).getText()).contains("only administrator");
        assertThat(accounts.standingOf(rex.id())).isPresent();
    }

    private PasswordField field(String label) {
        return find(PasswordField.class).all().stream()
                .filter(field -> field.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private TextField username() {
        return find(TextField.class).single();
    }
}
