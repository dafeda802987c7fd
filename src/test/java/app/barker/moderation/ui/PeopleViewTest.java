package app.barker.moderation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.testing.SignedInViewTest;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleViewTest extends SignedInViewTest {

    private Viewer bella;

    @BeforeEach
    void rexIsTheAdministrator() {
        bella = signUp("bella");
        jdbc.sql("update users set role = 'USER'").update();
        jdbc.sql("update users set role = 'ADMIN' where id = ?").param(rex.id()).update();
        me = logInForReal(new Viewer(rex.id(), rex.username(), Role.ADMIN));
        navigate(PeopleView.class);
        look(bella.username());
    }

    @Test
    void findsPeopleByTheBeginningOfTheirNames() {
        assertThat(find(PersonRow.class).all()).hasSize(1);
        assertThat(words()).contains("@" + bella.username());

        look("nobody-of-this-name");
        assertThat(find(PersonRow.class).exists()).isFalse();
        assertThat(words()).contains("Nobody is called that");
    }

    @Test
    void bansWithAReasonAndLetsInAgain() {
        pressLabelled("Ban, @" + bella.username());
        find(TextArea.class).single().setValue("Chewed the router");
        sayYes();

        assertThat(accounts.findActive(bella.id())).isEmpty();
        assertThat(words()).contains("Banned", "Chewed the router");
        pressLabelled("Unban, @" + bella.username());
        assertThat(accounts.findActive(bella.id())).isPresent();
    }

    @Test
    void grantsAndTakesTheRole() {
        pressLabelled("Make administrator, @" + bella.username());
        sayYes();
        assertThat(accounts.findActive(bella.id()).orElseThrow().role()).isEqualTo(Role.ADMIN);

        pressLabelled("Take role away, @" + bella.username());
        sayYes();
        assertThat(accounts.findActive(bella.id()).orElseThrow().role()).isEqualTo(Role.USER);
    }

    @Test
    void keepsTheLastAdministrator() {
        look(rex.username());
        pressLabelled("Take role away, @" + rex.username());
        sayYes();

        assertThat(test(find(Notification.class).single()).getText()).contains("only administrator");
        assertThat(accounts.findActive(rex.id()).orElseThrow().role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void endsSessions() {
        pressLabelled("End sessions, @" + bella.username());
        sayYes();

        assertThat(test(find(Notification.class).single()).getText()).contains("There was no session");
    }

    @Test
    void showsALinkOnce() {
        pressLabelled("Reset link, @" + bella.username());
        sayYes();

        assertThat(find(ConfirmDialog.class).all())
                .anySatisfy(dialog ->
                        assertThat(dialog.getElement().getTextRecursively()).contains("/reset/"));
    }

    @Test
    void whoProvedItLongAgoIsAskedFirst() {
        open.proofIsOld(me);
        pressLabelled("End sessions, @" + bella.username());
        sayYes();

        assertThat(find(Notification.class).exists()).isFalse();
        assertThat(everythingTold()).contains("ask");
    }

    @Test
    void whoIsNoAdministratorAnyMoreDoesNothing() {
        jdbc.sql("update users set role = 'ADMIN' where id = ?")
                .param(bella.id())
                .update();
        jdbc.sql("update users set role = 'USER' where id = ?").param(rex.id()).update();
        pressLabelled("Ban, @" + bella.username());
        sayYes();

        assertThat(test(find(Notification.class).single()).getText()).contains("not an administrator any more");
        assertThat(accounts.findActive(bella.id())).isPresent();
    }

    @Test
    void anAttemptCodeThatIsNobodysIsSaidSo() {
        find(TextField.class).all().get(1).setValue("ABCD-EFGH");

        assertThat(words()).contains("There is no attempt with this code");
    }

    @Test
    void nobodyElseGetsHere() {
        logInForReal(bella);

        assertThat(open("admin/people")).isEqualTo(404);
    }

    private void look(String prefix) {
        find(TextField.class).all().getFirst().setValue(prefix);
    }

    private String words() {
        return find(PeopleView.class).single().getElement().getTextRecursively();
    }
}
