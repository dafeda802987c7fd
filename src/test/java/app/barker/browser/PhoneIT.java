package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Barker in one hand: the ways at the bottom, writing over the whole screen. */
class PhoneIT {

    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    Person rex;

    @BeforeEach
    void signUp() {
        rex = BROWSERS.member(Installation.ON_H2.server(), "rex", Browsers.phone());
    }

    @AfterEach
    void leave() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void theWaysAreAtTheBottomWithinReach() {
        Locator ways =
                rex.page().getByRole(AriaRole.NAVIGATION).filter(new Locator.FilterOptions().setHas(rex.link("Home")));
        BoundingBox box = ways.boundingBox();
        assertThat(box.y + box.height).isEqualTo(HEIGHT);
        assertThat(box.width).isEqualTo(WIDTH);
        assertThat(rex.link("Home")).hasAttribute("aria-current", "page");

        rex.link("Everyone").tap();

        assertThat(rex.heading("Everyone")).isVisible();
        assertThat(rex.link("Everyone")).hasAttribute("aria-current", "page");
        rex.link("Bookmarks").tap();
        assertThat(rex.heading("Bookmarks")).isVisible();
        // They stand behind the picture.
        assertThat(rex.link("Profile")).isHidden();
        assertThat(rex.link("Settings")).isHidden();
        assertThat(ways.boundingBox().y).isEqualTo(box.y);
    }

    @Test
    void newBarkFloatsOverThePageAndWritesOverTheWholeScreen() {
        BoundingBox button = rex.button("New bark").boundingBox();
        assertThat(button.x).isGreaterThan(WIDTH / 2.0);
        assertThat(button.y).isBetween(HEIGHT / 2.0, HEIGHT - 60.0);

        rex.button("New bark").tap();

        Locator writing = rex.dialog();
        assertThat(rex.newBark()).isFocused();
        assertCoversTheScreen(writing);
        rex.type("From the sofa");
        rex.button("Close, keep the text").tap();
        assertThat(writing).isHidden();
        rex.button("New bark").tap();
        assertThat(rex.newBark()).hasValue("From the sofa");
        rex.button("Bark").tap();
        assertThat(writing).isHidden();
        assertThat(rex.barkThatSays("From the sofa")).isVisible();
    }

    @Test
    void aReplyCoversTheScreenToo() {
        rex.bark("Answer me").goTo("/users/" + rex.name());
        // It would cover what other pages are for.
        assertThat(rex.button("New bark")).isHidden();

        rex.act(rex.barkThatSays("Answer me"), "Reply").tap();

        assertThat(rex.dialog()).hasAccessibleName("Reply to " + rex.name());
        assertThat(rex.dialog()).containsText("Answer me");
        assertCoversTheScreen(rex.dialog());
        rex.type("I do");
        rex.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Reply").setExact(true))
                .tap();
        assertThat(rex.dialog()).isHidden();
        assertThat(rex.act(rex.barkThatSays("Answer me"), "Reply")).hasAccessibleName("Reply, 1");
    }

    private static void assertCoversTheScreen(Locator dialog) {
        BoundingBox box = dialog.boundingBox();
        assertThat(List.of(box.x, box.y, box.width, box.height))
                .usingElementComparator(comparingLong(Math::round))
                .containsExactly(0.0, 0.0, (double) WIDTH, (double) HEIGHT);
    }
}
