package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Dogs;
import app.barker.testing.Person;
import app.barker.testing.Wire;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions that obey their owner, in two browsers of one person. */
class SessionsIT {

    private static final Pattern LOG_IN = Pattern.compile("/login(\\?.*)?$");

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    @AfterEach
    void nothingWentWrongUnnoticed() {
        BROWSERS.everybodyLeaves();
    }

    /** The notice comes to the open page by itself, and leads to where the other one can be ended. */
    @Test
    void aLogInFromANewPlaceIsToldWhileItIsNew() {
        Person rex = BROWSERS.member(Installation.ON_H2.server(), "rex");
        Person tab = rex.inAnotherTab();
        tab.goTo("/settings/sessions");
        assertThat(tab.page().locator(".session")).hasCount(1);
        Person elsewhere = BROWSERS.person(
                Installation.ON_H2.server(),
                Browsers.desktop()
                        .setUserAgent("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"));
        elsewhere.logIn(rex.name());
        assertThat(elsewhere.newBark()).isVisible();

        assertThat(tab.page().locator(".session")).hasCount(2);
        Locator notice = rex.page().getByText("Somebody logged in from a new place: Firefox, Linux");
        assertThat(notice).isVisible();
        rex.button("Got it").click();
        assertThat(notice).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRevokedIsDeadInTheOtherBrowserTabCookieAndAll(Installation on) {
        Person rex = BROWSERS.member(on.server(), "rex");
        Person elsewhere = BROWSERS.person(on.server());
        elsewhere.goTo("/login").remember();
        elsewhere.fillInLogIn(rex.name(), Dogs.PASSWORD);
        assertThat(elsewhere.newBark()).isVisible();
        String dead = elsewhere.sessionCookie();
        Wire wire = elsewhere.wire();

        rex.goTo("/settings/sessions");
        assertThat(rex.page().locator(".session")).hasCount(2);
        rex.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Revoke")))
                .click();

        assertThat(elsewhere.page()).hasURL(LOG_IN);
        assertThat(elsewhere.page().getByText("You ended this session from another place"))
                .isVisible();
        rex.goHome().bark("Nobody else reads this");
        assertThat(wire.heard("Nobody else reads this")).isEmpty();
        elsewhere.goTo("/");
        assertThat(elsewhere.page()).hasURL(LOG_IN);
        elsewhere.browser().clearCookies();
        elsewhere
                .browser()
                .addCookies(List.of(new Cookie("JSESSIONID", dead.replaceFirst(".*=", ""))
                        .setUrl(on.server().at("/").toString())));
        elsewhere.goTo("/");
        assertThat(elsewhere.page()).hasURL(LOG_IN);
    }

    @ParameterizedTest
    @EnumSource(names = "ON_POSTGRESQL")
    void aRememberedBrowserComesBackWithoutAPassword(Installation on) {
        Person rex = BROWSERS.member(on.server(), "rex");
        rex.logOut();
        assertThat(rex.page()).hasURL(LOG_IN);
        rex.remember();
        rex.fillInLogIn(rex.name(), Dogs.PASSWORD);
        assertThat(rex.newBark()).isVisible();
        assertThat(rex.cookie("barker-remembered").httpOnly).isTrue();
        String before = rex.cookie("barker-remembered").value;

        rex.browser().clearCookies(new ClearCookiesOptions().setName("JSESSIONID"));
        rex.goTo("/everyone");

        assertThat(rex.heading("Everyone")).isVisible();
        assertThat(rex.cookie("barker-remembered").value).isNotEqualTo(before);
        rex.goTo("/settings/sessions");
        assertThat(rex.page().locator("barker-sessions > ul > .session")).hasCount(1);
        assertThat(rex.page().locator(".diary li").first()).containsText("Remembered");

        rex.logOut();
        assertThat(rex.page()).hasURL(LOG_IN);
        rex.goTo("/everyone");
        assertThat(rex.page()).hasURL(LOG_IN);
    }

    @Test
    void aRememberedBrowserIsStillLoggedInAfterTheServerWasKilled() {
        try (BarkerServer server = BarkerServer.start();
                Person rex = BROWSERS.person(server)) {
            rex.signUp("rex-who-stays").logOut();
            assertThat(rex.page()).hasURL(LOG_IN);
            rex.remember();
            rex.fillInLogIn("rex-who-stays", Dogs.PASSWORD);
            assertThat(rex.newBark()).isVisible();

            rex.page().navigate("about:blank");
            server.kill();
            server.startAgain();

            rex.goHome();
        }
    }

    /** A short session: what takes half an hour takes seconds here. */
    @Test
    void whoIsAwayForTooLongLogsInAgainWhereTheyWereAndFindsWhatTheyWrote() {
        try (BarkerServer server = BarkerServer.start("--barker.session.idle=12s", "--barker.session.warn-before=6s");
                Person rex = BROWSERS.person(server);
                Person bella = BROWSERS.person(server)) {
            rex.signUp("rex-the-slow");
            rex.goTo("/everyone");
            Person sameBrowser = rex.inAnotherTab();
            sameBrowser.goHome().newBark().fill("Half a th");
            bella.signUp("bella-the-quick");

            Locator question = sameBrowser.page().getByRole(AriaRole.ALERTDIALOG);
            assertThat(question).isVisible();
            sameBrowser.button("Stay logged in").click();
            assertThat(question).isHidden();
            assertThat(rex.page().getByRole(AriaRole.ALERTDIALOG)).isHidden();

            Locator again =
                    sameBrowser.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Log in again"));
            await().pollInSameThread().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(again).isVisible();
            });
            assertThat(rex.page().getByRole(AriaRole.DIALOG)).isVisible();

            again.getByLabel("Password").fill("not the password of rex");
            sameBrowser.press("Enter");
            assertThat(again.getByText("Quote")).isVisible();
            again.getByLabel("Password").fill(Dogs.PASSWORD);
            sameBrowser.press("Enter");

            assertThat(again).isHidden();
            assertThat(sameBrowser.newBark()).hasValue("Half a th");
            assertThat(rex.page().getByRole(AriaRole.DIALOG)).isHidden();
            assertThat(rex.page()).hasURL(Pattern.compile("/everyone$"));
            rex.complaints().removeIf(complaint -> complaint.contains("401"));
            assertThat(rex.complaints()).isEmpty();
        }
    }

    /** A short month, taken up by a second session: of the one that is shown, only the end of the log-in is near. */
    @Test
    void aRememberedBrowserIsToldBeforeItsTimeIsOver() {
        try (BarkerServer server = BarkerServer.start(
                        "--barker.session.longest-remembered=40s", "--barker.session.warn-before=20s");
                Person rex = BROWSERS.person(server)) {
            rex.signUp("rex-for-a-month").logOut();
            assertThat(rex.page()).hasURL(LOG_IN);
            rex.remember();
            rex.fillInLogIn(rex.name(), Dogs.PASSWORD);
            assertThat(rex.newBark()).isVisible();
            rex.browser().clearCookies(new ClearCookiesOptions().setName("JSESSIONID"));
            rex.goTo("/everyone");
            assertThat(rex.heading("Everyone")).isVisible();

            Locator warning = rex.page()
                    .getByRole(AriaRole.ALERTDIALOG, new Page.GetByRoleOptions().setName("Your log-in ends soon"));
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(warning).isVisible());
            rex.button("All right").click();
            assertThat(warning).isHidden();

            Locator again = rex.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Log in again"));
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(again).isVisible());
            assertThat(again.getByText("This log-in was as old as one may get")).isVisible();
        }
    }

    @Test
    void theXrayShowsTheFingerprintAndNeverTheId() {
        Person rex = BROWSERS.member(Installation.ON_H2.server(), "rex");
        Wire wire = rex.wire();

        rex.goTo("/settings/sessions");
        assertThat(rex.page().locator(".sessions-foot")).hasCount(0);
        rex.button("Can JavaScript read it?").click();

        assertThat(rex.page().getByRole(AriaRole.STATUS).getByText("No.")).isVisible();
        assertThat(rex.page().locator(".cookie-line")).containsText("HttpOnly");
        String id = rex.sessionCookie().replaceFirst(".*=", "");
        assertThat(wire.heard(rex.name())).isNotEmpty();
        assertThat(wire.heard(id)).isEmpty();
        assertThat(rex.page().content()).doesNotContain(id);
    }

    /** Looks at the ring for three seconds, in which somebody does something now and then. */
    @Test
    void theTimeThatIsLeftIsNeverMoreThanTheSetting() {
        Person rex = BROWSERS.member(Installation.ON_H2.server(), "rex");
        rex.goTo("/settings/sessions");

        Object mostSeconds = rex.page().locator(".xray-idle").evaluate("""
                async box => {
                    let most = 0;
                    for (let i = 0; i < 30; i++) {
                        if (i % 5 === 0) box.querySelector('button').click();
                        await new Promise(done => setTimeout(done, 100));
                        const [minutes, seconds] = box.querySelector('b').textContent.split(':').map(Number);
                        most = Math.max(most, 60 * minutes + seconds);
                    }
                    return most;
                }
                """);

        assertThat(mostSeconds).isEqualTo(30 * 60);
    }
}
