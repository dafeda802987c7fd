package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Person;
import app.barker.testing.Pictures;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever one sees with, and whatever one types with: all of it works. */
class AccessibilityIT {

    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final FilePayload A_BALL =
            new FilePayload("ball.png", "image/png", Pictures.file(Pictures.plain(300, 200, Color.RED), "png"));

    @AutoClose
    static final BarkerServer SERVER = BarkerServer.start();

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    @ParameterizedTest
    @CsvSource({
        "rex-large-light, 1440, 900, LIGHT",
        "rex-large-dark, 1440, 900, DARK",
        "rex-small-light, 390, 844, LIGHT",
        "rex-small-dark, 390, 844, DARK"
    })
    void axeFindsNothingOnAnyPage(String name, int width, int height, ColorScheme light) {
        List<String> violations = new ArrayList<>();
        try (Person rex =
                BROWSERS.person(SERVER, still().setViewportSize(width, height).setColorScheme(light))) {
            rex.page().navigate("/login");
            assertThat(rex.button("Log in")).isVisible();
            look(rex, "log-in", violations);
            rex.fillInLogIn("nobody", "not a password of anybody");
            assertThat(rex.page().getByRole(AriaRole.ALERT).first()).containsText("That didn't work");
            look(rex, "log-in with error", violations);

            rex.page().navigate("/signup");
            assertThat(rex.button("Sign up")).isVisible();
            look(rex, "sign-up", violations);
            rex.field("Username").fill("1rex");
            rex.field("Password").fill("short");
            rex.button("Sign up").click();
            assertThat(rex.page().getByRole(AriaRole.ALERT).first()).containsText("A few things to mend");
            look(rex, "sign-up with errors", violations);

            rex.signUp(name);
            assertThat(rex.page().getByText("No barks yet")).isVisible();
            look(rex, "empty Home", violations);
            rex.newBark().click();
            rex.page().locator("barker-editor input[type=file]").setInputFiles(A_BALL);
            assertThat(rex.page().locator(".picture-preview img")).isVisible();
            rex.newBark().fill("Ball found\nbehind the couch");
            rex.press("Control+Enter");
            assertThat(rex.page().getByText("Say what there is to see")).isVisible();
            look(rex, "a picture that is to be described", violations);
            rex.press("Control+Enter");
            assertThat(rex.newBark()).hasValue("");
            look(rex, "Home", violations);
            rex.button("Show picture: No description").click();
            assertThat(rex.dialog()).isVisible();
            look(rex, "a picture", violations);
            rex.press("Escape");
            rex.menuOf(rex.barks().first()).click();
            assertThat(rex.menuItem("Delete")).isVisible();
            look(rex, "Home with the menu of a bark", violations);
            rex.menuItem("Delete").click();
            assertThat(rex.yes("Delete")).isVisible();
            look(rex, "question before deleting", violations);
            // The next one finds Home empty.
            rex.yes("Delete").click();
            assertThat(rex.barks()).hasCount(0);
            rex.accountMenu().click();
            assertThat(rex.menuItem("Log out")).isVisible();
            look(rex, "account menu", violations);
            rex.menuItem("Keyboard shortcuts").click();
            assertThat(rex.heading("Keyboard shortcuts")).isVisible();
            look(rex, "keyboard shortcuts", violations);
            rex.press("Escape");
            rex.newBark().fill("Half a thought");
            assertThat(rex.draftSaved()).isVisible();
            look(rex, "a saved draft", violations);
            rex.page().evaluate("sessionStorage.clear()");
            rex.goHome().newBark().click();
            rex.otherDrafts().click();
            assertThat(rex.heading("Drafts")).isVisible();
            look(rex, "drafts", violations);
            rex.button("Delete draft: Half a thought").click();
            look(rex, "drafts with a deleted one", violations);

            rex.page().navigate("/bookmarks");
            assertThat(rex.page().getByText("Nothing put aside yet")).isVisible();
            look(rex, "no bookmarks", violations);
            rex.goHome().bark("To be kept");
            rex.choose(rex.barks().first(), "Remind me");
            rex.page().getByText("At a date and time").check();
            look(rex, "when to be reminded", violations);
            rex.dialog().locator("button[type=submit]").click();
            assertThat(rex.toast("You will be reminded")).isVisible();
            rex.page().navigate("/bookmarks");
            rex.page().getByText("1 reminder is set").click();
            look(rex, "bookmarks with a reminder", violations);
            rex.page().navigate("/search?q=kept");
            assertThat(rex.page().locator("mark")).hasText("kept");
            look(rex, "what was found", violations);
            rex.page().navigate("/search");
            assertThat(rex.heading("How to search")).isVisible();
            look(rex, "how to search", violations);
            rex.delete(rex.goHome().barks().first());
            rex.page().navigate("/settings/notifications");
            rex.page().getByLabel("No badge at certain hours").check();
            rex.button("Save").click();
            assertThat(rex.saved()).isVisible();
            look(rex, "notification settings", violations);
            rex.page().navigate("/notifications");
            assertThat(rex.page().getByText("All caught up")).isVisible();
            look(rex, "empty notifications", violations);

            rex.page().navigate("/settings/profile");
            assertThat(rex.field("Display name")).isVisible();
            look(rex, "profile settings", violations);
            rex.field("Display name").fill("w".repeat(51));
            rex.field("Bio").fill("1\n2\n3\n4\n5\n6");
            rex.button("Save").click();
            assertThat(rex.page().getByText("A bio has at most 5 lines.")).isVisible();
            look(rex, "profile settings with errors", violations);

            rex.page().navigate("/settings/sessions");
            rex.button("Can JavaScript read it?").click();
            assertThat(rex.page().getByText("The session cookie stays out of reach"))
                    .isVisible();
            look(rex, "sessions", violations);

            rex.page().navigate("/settings/account");
            rex.button("Change password").click();
            assertThat(rex.page().getByText("This password is not right")).isVisible();
            look(rex, "account with an error", violations);
            rex.button("Close account").click();
            assertThat(rex.yes("Close account")).isVisible();
            look(rex, "question before closing", violations);
            rex.page().navigate("/settings/tokens");
            rex.field("Name").fill("lobby screen");
            rex.button("Make token").click();
            assertThat(rex.page().locator(".fresh-token code")).isVisible();
            rex.button("Send all three").click();
            assertThat(rex.page().getByText("200, let in")).hasCount(3);
            look(rex, "API tokens", violations);
            rex.page().navigate("/settings/feeds");
            rex.button("Turn on").click();
            assertThat(rex.page().locator(".fresh-token code")).isVisible();
            look(rex, "feeds", violations);
            rex.page().navigate("/settings/webhooks");
            rex.field("Address").fill("https://hook.invalid/bark");
            rex.button("Make webhook").click();
            assertThat(rex.page().locator(".fresh-token code")).isVisible();
            rex.page().locator(".door button").first().click();
            assertThat(rex.page().locator(".door-sent")).isVisible();
            look(rex, "webhooks", violations);
            rex.page().navigate("/settings/history");
            assertThat(rex.page().getByText("Logged in").first()).isVisible();
            look(rex, "history", violations);

            rex.page().navigate("/settings/mutes");
            assertThat(rex.field("Word")).isVisible();
            look(rex, "mutes and blocks", violations);

            rex.page().navigate("/no/such/page");
            assertThat(rex.page().getByText("This trail ends here")).isVisible();
            look(rex, "not found", violations);

            rex.goHome().logOut();
            assertThat(rex.button("Log in")).isVisible();
            rex.goTo("/forgot");
            assertThat(rex.page().getByText("Ask an administrator")).isVisible();
            look(rex, "forgotten password", violations);
            rex.goTo("/reset/nothing");
            assertThat(rex.page().getByText("does not work any more")).isVisible();
            look(rex, "link that is gone", violations);
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void nothingHasToBeScrolledSidewaysAt320Pixels() {
        try (Person rex = BROWSERS.person(SERVER, still().setViewportSize(320, 640))) {
            rex.page().navigate("/login");
            assertThat(rex.button("Log in")).isVisible();
            assertThat(isTooWide(rex)).as("log-in").isFalse();
            rex.page().navigate("/signup");
            assertThat(rex.button("Sign up")).isVisible();
            assertThat(isTooWide(rex)).as("sign-up").isFalse();

            rex.signUp("rex-with-the-longest-of-names-");
            rex.bark("W" + "o".repeat(250) + "f");
            assertThat(rex.barkThatSays("Woo")).isVisible();
            assertThat(isTooWide(rex)).as("Home").isFalse();
            rex.menuOf(rex.barks().first()).click();
            rex.menuItem("Delete").click();
            assertThat(rex.yes("Delete")).isVisible();
            assertThat(isTooWide(rex)).as("question before deleting").isFalse();
            rex.yes("Delete").click();
            assertThat(rex.barkThatSays("Woo")).hasCount(0);

            rex.page().navigate("/no/such/page");
            assertThat(rex.page().getByText("This trail ends here")).isVisible();
            assertThat(isTooWide(rex)).as("not found").isFalse();
        }
    }

    @Test
    void everythingWorksWithoutAMouse() {
        try (Person rex = BROWSERS.person(SERVER)) {
            rex.page().navigate("/signup");
            assertThat(rex.field("Username")).isFocused();
            rex.type("rex-without-mouse");
            rex.tabTo(rex.field("Password"));
            rex.type("correct horse battery staple");
            rex.tabTo(rex.button("Sign up"));
            rex.press("Enter");

            assertThat(rex.newBark()).isVisible();
            rex.tabTo(rex.newBark());
            rex.type("No hands");
            rex.tabTo(rex.button("Bark"));
            rex.press("Enter");
            assertThat(rex.barkThatSays("No hands")).isVisible();

            rex.tabTo(rex.menuOf(rex.barkThatSays("No hands")));
            rex.press("Enter");
            assertThat(rex.menuItem("Edit")).isFocused();
            rex.press("Escape");
            assertThat(rex.menuOf(rex.barkThatSays("No hands"))).isFocused();
            rex.press("Enter");
            rex.press("ArrowDown");
            assertThat(rex.menuItem("Delete")).isFocused();
            rex.press("Enter");
            assertThat(rex.yes("Delete")).isVisible();
            rex.tabTo(rex.yes("Delete"));
            rex.press("Enter");
            assertThat(rex.barkThatSays("No hands")).hasCount(0);
            // Not lost at the top of the page.
            assertThat(rex.page().locator("barker-feed :focus")).hasCount(1);

            rex.tabTo(rex.accountMenu());
            rex.press("Enter");
            assertThat(rex.menuItem("Profile")).isFocused();
            rex.press("End");
            assertThat(rex.menuItem("Log out")).isFocused();
            rex.press("Enter");
            assertThat(rex.field("Username")).isVisible();
            assertThat(rex.button("Log in")).isVisible();
            assertThat(rex.complaints()).isEmpty();
        }
    }

    /** Colours on their way from one to another would be measured halfway. */
    static NewContextOptions still() {
        return new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    }

    static void look(Person person, String page, List<String> violations) {
        // Pages have no frames; without the legacy mode axe opens another page for each look, to put frames together.
        AxeResults results = new AxeBuilder(person.page())
                .withTags(WCAG_2_2_AA)
                .setLegacyMode(true)
                .analyze();
        assertThat(results.getPasses()).as("axe has looked at " + page).isNotEmpty();
        for (Rule violation : results.getViolations()) {
            violation
                    .getNodes()
                    .forEach(node -> violations.add("%s: %s (%s) at %s"
                            .formatted(page, violation.getId(), violation.getHelp(), node.getHtml())));
        }
    }

    private static boolean isTooWide(Person person) {
        return (boolean) person.page().evaluate("document.documentElement.scrollWidth > innerWidth");
    }
}
