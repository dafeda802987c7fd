package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Dogs;
import app.barker.testing.Person;
import app.barker.testing.Wire;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do to their accounts, and administrators to those of others, in the browsers of both. */
class AccountIT {

    private static final Pattern LOG_IN = Pattern.compile("/login(\\?.*)?$");

    private static final String BETTER = "a purple bone under the sofa";

    @AutoClose
    static final BarkerServer SERVER = BarkerServer.start("--barker.session.most=100");

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    /** The first one is the administrator. */
    @BeforeAll
    static void founderSignsUp() {
        BROWSERS.person(SERVER).signUp("founder");
        BROWSERS.everybodyLeaves();
    }

    @AfterEach
    void nothingWentWrongUnnoticed() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void aNewPasswordLogsOutTheOtherBrowserAndKeepsThisOne() {
        Person rex = BROWSERS.member(SERVER, "rex");
        Person elsewhere = BROWSERS.person(SERVER).logIn(rex.name());
        assertThat(elsewhere.newBark()).isVisible();
        String idBefore = rex.sessionCookie();

        rex.goTo("/settings/account");
        rex.field("Current password").fill("not this one");
        rex.field("New password").fill(BETTER);
        rex.button("Change password").click();
        assertThat(rex.page().getByText("This password is not right")).isVisible();
        assertThat(elsewhere.newBark()).isVisible();

        rex.field("Current password").fill(Dogs.PASSWORD);
        rex.button("Change password").click();

        assertThat(rex.page().getByText("One other session was logged out")).isVisible();
        assertThat(elsewhere.page()).hasURL(LOG_IN);
        assertThat(elsewhere.page().getByText("The password was changed")).isVisible();
        assertThat(rex.sessionCookie()).isNotEqualTo(idBefore);
        rex.goHome().bark("Still here");
        elsewhere.fillInLogIn(rex.name(), BETTER);
        assertThat(elsewhere.barkThatSays("Still here")).isVisible();
    }

    @Test
    void aChangedNameLeadsFromTheOldAddressToTheNew() {
        Person rex = BROWSERS.member(SERVER, "rex");
        String before = rex.name();
        rex.bark("I am @" + before);
        Person bella = BROWSERS.member(SERVER, "bella");

        rex.goTo("/settings/account");
        rex.field("Username").fill(bella.name());
        rex.button("Change username").click();
        assertThat(rex.page().getByText("is taken")).isVisible();
        rex.field("Username").fill(before + "-the-great");
        rex.button("Change username").click();
        assertThat(rex.page().getByText("You are @" + before + "-the-great from now on"))
                .isVisible();

        bella.goTo("/users/" + before);
        assertThat(bella.page()).hasURL(Pattern.compile("/users/" + before + "-the-great$"));
        assertThat(bella.barkThatSays("I am @" + before)).isVisible();
        Person impostor = BROWSERS.person(SERVER).goTo("/signup");
        impostor.field("Username").fill(before);
        impostor.field("Password").fill(Dogs.PASSWORD);
        impostor.button("Sign up").click();
        assertThat(impostor.page().getByText("is taken").first()).isVisible();
    }

    @Test
    void whoForgotThePasswordGetsInByALinkThatWorksOnce() {
        Person founder = BROWSERS.person(SERVER).logIn("founder");
        assertThat(founder.newBark()).isVisible();
        Person rex = BROWSERS.member(SERVER, "rex");
        Person locked = BROWSERS.person(SERVER).goTo("/login");
        locked.link("Forgot password?").click();
        assertThat(locked.page().getByText("Ask an administrator of this Barker"))
                .isVisible();

        founder.goTo("/admin/people");
        find(founder, rex.name());
        founder.button("Reset link, @" + rex.name()).click();
        founder.yes("Reset link").click();
        Locator shown = founder.page().locator("code.link-to-copy");
        assertThat(shown).isVisible();
        String link = Objects.requireNonNull(shown.textContent());

        locked.goTo(link);
        locked.field("New password").fill("short");
        locked.button("Save and log out everywhere").click();
        assertThat(locked.page().getByText("Too short")).isVisible();
        locked.field("New password").fill(BETTER);
        locked.button("Save and log out everywhere").click();
        assertThat(locked.page().getByText("Your new password is set")).isVisible();
        assertThat(rex.page()).hasURL(LOG_IN);

        Person late = BROWSERS.person(SERVER).goTo(link);
        assertThat(late.page().getByText("This link does not work any more")).isVisible();
        locked.goTo("/login");
        locked.fillInLogIn(rex.name(), BETTER);
        assertThat(locked.page().getByText("Your password was reset with a one-time link"))
                .isVisible();
        locked.button("Got it").click();
        assertThat(locked.page().getByText("Your password was reset with a one-time link"))
                .isHidden();
        locked.goTo("/settings/history");
        assertThat(locked.page().getByText("Password reset with a one-time link"))
                .isVisible();
    }

    @Test
    void aBanActsInTheMiddleOfAnOpenTab() {
        Person founder = BROWSERS.person(SERVER).logIn("founder");
        assertThat(founder.newBark()).isVisible();
        Person rex = BROWSERS.member(SERVER, "rex");
        Wire wire = rex.wire();

        founder.goTo("/admin/people");
        find(founder, rex.name());
        founder.button("Ban, @" + rex.name()).click();
        founder.field("Reason").fill("Chewed the router");
        founder.yes("Ban").click();

        assertThat(rex.page()).hasURL(LOG_IN);
        assertThat(rex.page().getByText("An administrator has closed this account for now"))
                .isVisible();
        founder.goHome().bark("Peace at last");
        assertThat(wire.heard("Peace at last")).isEmpty();
        rex.fillInLogIn(rex.name(), Dogs.PASSWORD);
        String code = Objects.requireNonNull(rex.page().locator("code.code").textContent());
        founder.goTo("/admin/people");
        founder.field("Attempt code").fill(code);
        assertThat(founder.page()
                        .locator("barker-security-events")
                        .getByText("banned", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();

        find(founder, rex.name());
        founder.button("Unban, @" + rex.name()).click();
        assertThat(founder.page().getByText("@" + rex.name() + " can log in again"))
                .isVisible();
        rex.goTo("/login").fillInLogIn(rex.name(), Dogs.PASSWORD);
        assertThat(rex.newBark()).isVisible();
    }

    @Test
    void whoClosesTheAccountLeavesAndTakesTheBarksAlong() {
        Person rex = BROWSERS.member(SERVER, "rex");
        rex.bark("Nothing of this stays");
        Person bella = BROWSERS.member(SERVER, "bella");
        bella.goTo("/everyone");
        assertThat(bella.barkThatSays("Nothing of this stays")).isVisible();

        rex.goTo("/settings/account");
        rex.page().getByLabel("Delete everything I have barked, too").check();
        rex.button("Close account").click();
        rex.yes("Close account").click();

        assertThat(rex.page()).hasURL(LOG_IN);
        assertThat(rex.page().getByText("This account is closed")).isVisible();
        assertThat(bella.barkThatSays("Nothing of this stays")).hasCount(0);
        bella.findsNothingAt("/users/" + rex.name());
        rex.fillInLogIn(rex.name(), Dogs.PASSWORD);
        assertThat(rex.page().getByText("That didn't work")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void axeFindsNothingAmongThePeople(ColorScheme light) {
        List<String> violations = new ArrayList<>();
        Person founder = BROWSERS.person(SERVER, AccessibilityIT.still().setColorScheme(light))
                .logIn("founder");
        assertThat(founder.newBark()).isVisible();
        String other = BROWSERS.member(SERVER, "rex").name();
        founder.goTo("/admin/people");
        find(founder, other);
        founder.button("Ban, @" + other).click();
        assertThat(founder.yes("Ban")).isVisible();
        AccessibilityIT.look(founder, "ban", violations);
        founder.yes("Ban").click();
        assertThat(founder.button("Unban, @" + other)).isVisible();
        AccessibilityIT.look(founder, "people", violations);
        assertThat(violations).isEmpty();
    }

    @Test
    void nobodyElseComesToThePeople() {
        Person rex = BROWSERS.member(SERVER, "rex");

        rex.accountMenu().click();
        assertThat(rex.menuItem("Settings")).isVisible();
        assertThat(rex.menuItem("People")).hasCount(0);
        rex.press("Escape");
        rex.findsNothingAt("/admin/people");
    }

    /** Until the list is that of the name, a press would be on somebody who goes away. */
    private static void find(Person administrator, String username) {
        administrator.field("Find by username").fill(username);
        assertThat(administrator.page().locator(".person-row")).hasCount(1);
    }
}
