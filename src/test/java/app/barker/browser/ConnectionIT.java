package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lost connection and a second tab do to what one sees. */
class ConnectionIT {

    private static final Pattern SERVER_CALL = Pattern.compile("v-r=uidl");

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    Person rex;
    Person bella;

    @BeforeEach
    void signUp() {
        rex = BROWSERS.member(Installation.ON_H2.server(), "rex");
        bella = BROWSERS.member(Installation.ON_H2.server(), "bella");
    }

    @AfterEach
    void leave() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void aLikeThatTheNetworkLostOnTheWayArrivesOnce() {
        rex.bark("Like me if you can");
        bella.button("1 new bark").click();
        Locator like = bella.act(bella.barkThatSays("Like me if you can"), "Like");
        // Else what is lost is the question for the new bark.
        assertThat(like).isVisible();
        List<Route> onTheWay = new ArrayList<>();
        bella.page().route(SERVER_CALL, onTheWay::add);
        like.click();
        assertThat(like).hasAttribute("aria-pressed", "true");

        bella.page().unroute(SERVER_CALL);
        onTheWay.forEach(route -> route.abort("connectionfailed"));

        assertThat(rex.act(rex.barkThatSays("Like me if you can"), "Like"))
                .hasAccessibleName("Like, 1", new LocatorAssertions.HasAccessibleNameOptions().setTimeout(30_000));
        assertThat(like).hasAttribute("aria-pressed", "true");
        bella.goHome();
        assertThat(like).hasAccessibleName("Like, 1");
        bella.forgetTheNetwork();
    }

    @Test
    void withoutAConnectionNothingPretendsToBeDone() {
        rex.bark("Nobody hears you");
        bella.button("1 new bark").click();
        Locator like = bella.act(bella.barkThatSays("Nobody hears you"), "Like");
        assertThat(like).isVisible();
        bella.browser().setOffline(true);

        like.click();

        assertThat(bella.toast("The connection is lost.")).isVisible();
        assertThat(like).hasAttribute("aria-pressed", "false");
        assertThat(like).hasAccessibleName("Like");
        bella.newBark().fill("Can you hear me?");
        bella.press("Control+Enter");
        assertThat(bella.page().getByText("Not sent, the connection is lost.")).isVisible();
        rex.edit(rex.barkThatSays("Nobody hears you"), "Somebody hears you");

        bella.browser().setOffline(false);

        // What happened meanwhile is caught up with.
        assertThat(bella.barkThatSays("Somebody hears you"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(bella.newBark()).hasValue("Can you hear me?");
        bella.newBark().press("Control+Enter");
        assertThat(bella.barkThatSays("Can you hear me?")).hasCount(1);
        bella.forgetTheNetwork();
    }

    @Test
    void whatWentWrongCanBeClosedWhileADialogIsOpen() {
        rex.bark("Who is offline?");
        bella.button("1 new bark").click();
        Locator bark = bella.barkThatSays("Who is offline?");
        assertThat(bark).isVisible();
        bella.browser().setOffline(true);
        bella.act(bark, "Like").click();
        Locator toast = bella.toast("The connection is lost.");
        assertThat(toast).isVisible();

        bella.act(bark, "Reply").click();
        assertThat(bella.dialog()).isVisible();
        toast.getByRole(AriaRole.BUTTON).click();

        assertThat(toast).hasCount(0);
        assertThat(bella.dialog()).isVisible();
        bella.browser().setOffline(false);
        bella.forgetTheNetwork();
    }

    @Test
    void twoTabsOfOnePersonShowTheSame() {
        bella.bark("One dog, two tabs");
        Person other = bella.inAnotherTab().goHome();
        Locator here = bella.barkThatSays("One dog, two tabs");
        Locator there = other.barkThatSays("One dog, two tabs");
        assertThat(there).isVisible();

        bella.act(here, "Like").click();
        assertThat(other.act(there, "Like")).hasAccessibleName("Like, 1");

        bella.edit(here, "One dog, both tabs");
        assertThat(other.barkThatSays("One dog, both tabs")).isVisible();

        other.newBark().fill("A draft of that tab");
        bella.bark("Written here");
        assertThat(other.newBark()).hasValue("A draft of that tab");

        other.delete(other.barkThatSays("One dog, both tabs"));
        assertThat(bella.barkThatSays("One dog, both tabs")).hasCount(0);
        assertThat(bella.barkThatSays("Written here")).isVisible();
    }

    @Test
    void twoTabsThatWriteAreTwoDraftsAndAnotherBrowserFindsBoth() {
        rex.newBark().fill("Written in one tab");
        assertThat(rex.draftSaved()).isVisible();
        Person tab = rex.inAnotherTab().goHome();
        assertThat(tab.newBark()).hasValue("");
        tab.newBark().fill("Written in the other");
        assertThat(tab.draftSaved()).isVisible();
        rex.newBark().press("End");
        rex.type(", and on");
        assertThat(rex.draftSaved()).isVisible();
        rex.goHome();
        assertThat(rex.newBark()).hasValue("Written in one tab, and on");

        Person elsewhere = BROWSERS.person(Installation.ON_H2.server());
        elsewhere.logIn(rex.name()).newBark().click();
        assertThat(elsewhere.otherDrafts()).hasText("2 drafts");
        elsewhere.goOnWith("Written in one tab");
        assertThat(elsewhere.newBark()).hasValue("Written in one tab, and on");
        elsewhere.type(" elsewhere");
        elsewhere.press("Control+Enter");
        assertThat(elsewhere.barkThatSays("Written in one tab, and on elsewhere"))
                .hasCount(1);
        assertThat(elsewhere.otherDrafts()).hasText("1 draft");

        // What stands in the first tab is another text by now.
        rex.newBark().press("End");
        rex.type(" here");
        assertThat(rex.draftSaved()).isVisible();
        elsewhere.goOnWith("Written in one tab");
        assertThat(elsewhere.newBark()).hasValue("Written in one tab, and on here");

        elsewhere.newBark().fill("");
        assertThat(elsewhere.otherDrafts()).hasText("1 draft");
        elsewhere.otherDrafts().click();
        elsewhere.button("Delete draft: Written in the other").click();
        elsewhere.press("Escape");
        assertThat(elsewhere.otherDrafts()).hasCount(0);
    }

    @Test
    void aLogOutLeavesNothingInTheBrowserAndEverythingOnTheServer() {
        rex.newBark().fill("Nobody else reads this");
        assertThat(rex.draftSaved()).isVisible();
        assertThat(keptInTheTab(rex)).contains("Nobody else reads this");

        rex.logOut();
        assertThat(rex.field("Password")).isVisible();

        assertThat(keptInTheTab(rex)).doesNotContain("Nobody else reads this");
        rex.logIn(rex.name());
        assertThat(rex.newBark()).hasValue("");
        rex.goOnWith("Nobody else reads this");
        assertThat(rex.newBark()).hasValue("Nobody else reads this");
    }

    private static String keptInTheTab(Person person) {
        return person.page()
                .evaluate("() => JSON.stringify([{...sessionStorage}, {...localStorage}])")
                .toString();
    }
}
