package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Mailbox;
import app.barker.testing.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An address is given, confirmed and used when the password is forgotten. */
class MailIT {

    private static final String ADDRESS = "rex@example.org";

    @AutoClose
    static final Mailbox MAILBOX = Mailbox.open();

    @AutoClose
    static final BarkerServer SERVER = BarkerServer.start(
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + MAILBOX.port(),
            "--barker.mail.from=barker@example.org",
            "--barker.mail.public-address=https://barker.example.org");

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    @AfterEach
    void nothingWentWrongUnnoticed() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void whoForgotThePasswordGetsALinkAtTheConfirmedAddress() {
        Person rex = BROWSERS.member(SERVER, "rex");
        List<String> violations = new ArrayList<>();
        rex.goTo("/settings/account");
        rex.field("New address").fill("nowhere");
        rex.button("Send a link there").click();
        assertThat(rex.page().getByText("Nobody could write there")).isVisible();
        AccessibilityIT.look(rex, "account with an address that is none", violations);
        rex.field("New address").fill(ADDRESS);
        rex.button("Send a link there").click();
        assertThat(rex.page().getByText(ADDRESS + " waits for you")).isVisible();
        rex.goTo(pathInLetter(1));
        AccessibilityIT.look(rex, "confirmation", violations);
        rex.button("This is my address").click();
        assertThat(rex.page().getByText("Your address is confirmed")).isVisible();
        rex.goTo("/settings/account");
        assertThat(rex.page().getByText("Your address is " + ADDRESS)).isVisible();

        Person locked = BROWSERS.person(SERVER).goTo("/forgot");
        AccessibilityIT.look(locked, "forgotten password with mail", violations);
        locked.field("Username or e-mail address").fill("nobody");
        locked.button("Send me a link").click();
        String toNobody = locked.page().locator("barker-note").innerText();
        locked.field("Username or e-mail address").fill(ADDRESS);
        locked.button("Send me a link").click();
        assertThat(locked.page().locator("barker-note")).hasText(Pattern.compile("On its way, if there is one"));
        assertThat(locked.page().locator("barker-note").innerText()).isEqualTo(toNobody);

        locked.goTo(pathInLetter(2));
        locked.field("New password").fill("a purple bone under the sofa");
        locked.button("Save and log out everywhere").click();
        assertThat(locked.page().getByText("Your new password is set")).isVisible();
        assertThat(violations).isEmpty();
    }

    private static String pathInLetter(int number) {
        await().until(() -> MAILBOX.lettersTo(ADDRESS).size() == number);
        Matcher link = Pattern.compile("https://barker\\.example\\.org(/\\w+/[\\w-]{22})")
                .matcher(MAILBOX.lettersTo(ADDRESS).getLast().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
