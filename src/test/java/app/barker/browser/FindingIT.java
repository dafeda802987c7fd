package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Putting barks aside, being reminded of them, and finding them. */
class FindingIT {

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    Person rex;
    Person bella;

    @BeforeEach
    void bellaHasBarked() {
        rex = BROWSERS.member(Installation.ON_H2.server(), "rex");
        bella = BROWSERS.member(Installation.ON_H2.server(), "bella");
        bella.bark("Größe matters, says the squirrel").bark("A bone for later");
        rex.goTo("/users/" + bella.name());
        assertThat(rex.barks()).hasCount(2);
    }

    @AfterEach
    void leave() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void aKeyPutsABarkAsideAndTwoLeadToIt() {
        Locator bone = rex.barkThatSays("A bone for later");
        Locator bookmark = rex.act(bone, "Bookmark");
        bone.focus();

        rex.press("s");
        assertThat(bookmark).hasAttribute("aria-pressed", "true");
        rex.page().reload();
        assertThat(bookmark).hasAttribute("aria-pressed", "true");
        rex.press("g");
        rex.press("m");

        assertThat(rex.heading("Bookmarks")).isVisible();
        assertThat(rex.barks()).hasCount(1);
        assertThat(rex.barks()).containsText("A bone for later");
        rex.act(rex.barks().first(), "Bookmark").click();
        assertThat(rex.act(rex.barks().first(), "Bookmark")).hasAttribute("aria-pressed", "false");
        rex.page().reload();
        assertThat(rex.heading("Nothing put aside yet")).isVisible();
        // Nobody else is told.
        bella.goTo("/bookmarks");
        assertThat(bella.heading("Nothing put aside yet")).isVisible();
    }

    @Test
    void aReminderIsSetAndToldUntilItIsSeen() {
        Locator bone = rex.barkThatSays("A bone for later");
        rex.choose(bone, "Remind me");
        rex.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Tomorrow morning"))
                .check();
        rex.dialog().locator("button[type=submit]").click();
        assertThat(rex.toast("You will be reminded")).isVisible();
        assertThat(rex.act(bone, "Bookmark")).hasAttribute("aria-pressed", "true");
        String id = Person.idOf(bone);
        rex.goTo("/bookmarks");
        assertThat(rex.page().getByText("1 reminder is set")).isVisible();

        rex.call("barker-feed", "remind", id, Instant.now().plusSeconds(2).toString());

        assertThat(rex.toast("It is time for a bark")).isVisible();
        assertThat(rex.heading("You wanted to be reminded")).isVisible();
        assertThat(badge()).hasText("1");
        rex.page().reload();
        assertThat(badge()).hasText("1");
        rex.button("Done " + bella.name() + ": A bone for later").click();
        assertThat(rex.heading("You wanted to be reminded")).isHidden();
        assertThat(badge()).hasCount(0);
    }

    private Locator badge() {
        return rex.page().locator(".shell-nav a[href='/bookmarks'] .unread-badge");
    }

    @Test
    void aKeyLeadsToTheSearchWhichMarksWhatItFinds() {
        rex.press("/");
        assertThat(rex.page().locator("[data-search]:visible")).isFocused();
        rex.type("from:" + bella.name() + " GROSSE -bone");
        rex.press("Enter");

        assertThat(rex.heading("Search")).isVisible();
        assertThat(rex.barks()).hasCount(1);
        assertThat(rex.barks().first().locator("mark")).hasText("Größe");
        assertThat(rex.page().getByRole(AriaRole.SEARCHBOX)).hasValue("from:" + bella.name() + " GROSSE -bone");
        assertThat(rex.page().url()).contains("q=from");

        rex.page().locator("[data-search]:visible").fill("before:yesterday");
        rex.press("Enter");
        assertThat(rex.page().getByText("Write a date as year, month and day")).isVisible();
        rex.page().locator("[data-search]:visible").fill("\" % _ <b> no-such-thing " + bella.name());
        rex.press("Enter");
        assertThat(rex.heading("Nothing found")).isVisible();
        rex.page().locator("[data-search]:visible").fill(bella.name());
        rex.press("Enter");
        assertThat(rex.page().locator(".search-people a")).containsText(bella.name());
        assertThat(rex.complaints()).isEmpty();
    }
}
