package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversation without a mouse. */
class KeyboardIT {

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    Person rex;
    Person bella;

    @BeforeEach
    void signUp() {
        rex = BROWSERS.member(Installation.ON_H2.server(), "rex");
        bella = BROWSERS.member(Installation.ON_H2.server(), "bella");
        rex.bark("The first of three").bark("The second of three").bark("The third of three");
        bella.goTo("/users/" + rex.name());
        assertThat(bella.barks()).hasCount(3);
    }

    @AfterEach
    void leave() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void pageUpAndDownGoFromBarkToBark() {
        bella.tabTo(bella.barks().first());
        assertThat(bella.barks().first()).isFocused();

        bella.press("PageDown");
        assertThat(bella.barks().nth(1)).isFocused();
        bella.tabTo(bella.act(bella.barks().nth(1), "Like"));
        bella.press("PageDown");
        assertThat(bella.barks().nth(2)).isFocused();
        bella.press("PageUp");
        assertThat(bella.barks().nth(1)).isFocused();
    }

    @Test
    void enterOpensAThreadAndTheWayBackLeadsToTheSameBark() {
        bella.tabTo(bella.barks().nth(1));
        bella.tabTo(bella.timeOf(bella.barks().nth(1)));
        bella.press("Enter");
        assertThat(bella.heading("Thread")).isFocused();
        assertThat(bella.barks().first()).containsText("The second of three");

        bella.tabTo(bella.button("Back"));
        bella.press("Enter");

        assertThat(bella.heading(rex.name())).isAttached();
        assertThat(bella.barkThatSays("The second of three")).isVisible();
    }

    @Test
    void enterLikesAndSpaceTakesItBack() {
        Locator like = bella.act(bella.barks().first(), "Like");
        bella.tabTo(like);

        bella.press("Enter");
        assertThat(like).hasAttribute("aria-pressed", "true");
        assertThat(like).hasAccessibleName("Like, 1");
        assertThat(like).isFocused();
        bella.press("Space");
        assertThat(like).hasAttribute("aria-pressed", "false");
        assertThat(like).hasAccessibleName("Like");
    }

    @Test
    void arrowsWalkTheMenuAndEscapeLeavesIt() {
        Locator more = bella.menuOf(bella.barks().first());
        bella.tabTo(more);

        bella.press("ArrowDown");
        assertThat(bella.menuItem("Mute @" + rex.name())).isFocused();
        assertThat(more).hasAttribute("aria-expanded", "true");
        bella.press("ArrowDown");
        assertThat(bella.menuItem("Mute this thread")).isFocused();
        bella.press("End");
        assertThat(bella.menuItem("Copy link")).isFocused();
        bella.press("ArrowDown");
        assertThat(bella.menuItem("Mute @" + rex.name())).isFocused();
        bella.press("Escape");
        assertThat(bella.menuItem("Mute @" + rex.name())).isHidden();
        assertThat(more).isFocused();
        assertThat(more).hasAttribute("aria-expanded", "false");
    }

    @Test
    void theReplyKeepsTheFocusInsideAndEscapeKeepsTheText() {
        Locator reply = bella.act(bella.barks().first(), "Reply");
        bella.tabTo(reply);
        bella.press("Enter");
        assertThat(bella.dialog().locator("textarea")).isFocused();
        bella.type("Not ready y");

        for (int i = 0; i < 8; i++) {
            bella.press("Tab");
            assertThat((boolean) bella.page().evaluate("""
                            () => document.activeElement === document.body
                                || document.activeElement.closest('dialog[open]') !== null
                            """))
                    .as("the focus is in the dialog, or nowhere in the page")
                    .isTrue();
        }
        bella.press("Escape");
        assertThat(bella.dialog()).isHidden();
        assertThat(reply).isFocused();

        bella.press("Enter");
        assertThat(bella.dialog().locator("textarea")).hasValue("Not ready y");
        bella.type("et, now I am");
        bella.press("Control+Enter");
        assertThat(bella.dialog()).isHidden();
        assertThat(reply).hasAccessibleName("Reply, 1");
    }

    @Test
    void singleKeysGoFromBarkToBarkAndActOnThem() {
        Locator first = bella.barks().first();
        bella.press("j");
        assertThat(first).isFocused();
        bella.press("j");
        assertThat(bella.barks().nth(1)).isFocused();
        bella.press("k");
        assertThat(first).isFocused();

        bella.press("l");
        assertThat(bella.act(first, "Like")).hasAttribute("aria-pressed", "true");
        assertThat(said("Liked.")).hasCount(1);
        bella.press("b");
        assertThat(bella.act(first, "Rebark")).hasAttribute("aria-pressed", "true");
        assertThat(said("Rebarked.")).hasCount(1);
        bella.press("l");
        assertThat(bella.act(first, "Like")).hasAttribute("aria-pressed", "false");
        assertThat(said("Not liked any more.")).hasCount(1);

        bella.press("r");
        Locator field = bella.dialog().locator("textarea");
        assertThat(field).isFocused();
        bella.type("jkrblsn/?.gh");
        assertThat(field).hasValue("jkrblsn/?.gh");
        bella.press("Escape");
        assertThat(first).isFocused();
        bella.press("Enter");
        assertThat(bella.heading("Thread")).isFocused();
        bella.press("l");
        assertThat(bella.act(bella.barks().first(), "Like")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void singleKeysGoPlaces() {
        bella.type("ge");
        assertThat(bella.heading("Everyone")).isFocused();
        bella.type("gp");
        assertThat(bella.heading(bella.name())).isFocused();
        bella.press("n");
        assertThat(bella.newBark()).isFocused();
        assertThat(bella.newBark()).hasValue("");
        bella.press("Escape");
        bella.type("gh");
        assertThat(bella.heading("Home")).isFocused();

        rex.goHome().bark("Bella is listening");
        assertThat(bella.button("1 new bark")).isVisible();
        bella.press(".");
        assertThat(bella.barkThatSays("Bella is listening")).isVisible();
    }

    @Test
    void theSheetSaysWhichKeysThereAreAndSwitchesThemOff() {
        bella.press("?");
        Locator sheet =
                bella.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keyboard shortcuts"));
        assertThat(sheet).containsText("Next bark");
        // In a dialog they are just keys.
        bella.press("n");
        assertThat(bella.newBark()).hasCount(0);
        Locator single = sheet.getByRole(AriaRole.SWITCH);
        bella.tabTo(single);
        assertThat(single).isChecked();
        bella.press("Space");
        assertThat(single).not().isChecked();
        bella.press("Escape");
        assertThat(sheet).isHidden();

        bella.press("j");
        bella.press("?");
        bella.page().reload();
        assertThat(bella.barks()).hasCount(3);
        bella.press("j");
        bella.press("?");
        bella.accountMenu().click();
        assertThat(sheet).isHidden();
        assertThat(bella.barks().first()).not().isFocused();

        bella.menuItem("Keyboard shortcuts").click();
        single.click();
        assertThat(single).isChecked();
        bella.press("Escape");
        bella.press("Control+j");
        assertThat(bella.barks().first()).not().isFocused();
        bella.press("j");
        assertThat(bella.barks().first()).isFocused();
    }

    @Test
    void aBarkIsSharedByWhatTheDeviceOffersForThat() {
        bella.page().evaluate("() => navigator.share = async ({url}) => { window.shared = url; }");

        bella.choose(bella.barks().first(), "Share");

        assertThat(bella.page().evaluate("window.shared"))
                .isEqualTo(bella.addressOf(bella.barks().first()));
    }

    private Locator said(String words) {
        return bella.page().getByRole(AriaRole.STATUS).getByText(words, new Locator.GetByTextOptions().setExact(true));
    }
}
