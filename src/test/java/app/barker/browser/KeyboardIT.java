package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.Locator;
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
}
