package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages and questions on which people talk, with what one sees with. */
class TalkAccessibilityIT {

    @AutoClose
    static final BarkerServer SERVER = BarkerServer.start();

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    @ParameterizedTest
    @CsvSource({
        "bella-large-light, 1440, 900, LIGHT",
        "bella-large-dark, 1440, 900, DARK",
        "bella-small-light, 390, 844, LIGHT",
        "bella-small-dark, 390, 844, DARK"
    })
    void axeFindsNothing(String name, int width, int height, ColorScheme light) {
        List<String> violations = new ArrayList<>();
        try (Person bella = BROWSERS.person(
                        SERVER,
                        AccessibilityIT.still().setViewportSize(width, height).setColorScheme(light));
                Person moose = BROWSERS.person(SERVER)) {
            moose.signUp("moose-and-" + name)
                    .bark("Anyone seen the ball of @" + name + "? #lost https://example.org/a");
            bella.signUp(name).goTo("/everyone");
            Locator bark = bella.barkThatSays("ball of @" + name);
            assertThat(bark).isVisible();
            AccessibilityIT.look(bella, "Everyone", violations);
            moose.bark("Good morning, @" + name);
            bella.goTo("/notifications");
            assertThat(bella.page().getByText("mentioned you")).isVisible();
            AccessibilityIT.look(bella, "notifications", violations);
            bella.goTo("/everyone");
            assertThat(bark).isVisible();
            bella.newBark().click();
            bella.type("@moo");
            assertThat(bella.page().getByRole(AriaRole.LISTBOX)).isVisible();
            AccessibilityIT.look(bella, "people to mention", violations);
            bella.press("Escape");
            assertThat(bella.page().getByRole(AriaRole.LISTBOX)).isHidden();
            // Where the composer covers the page, it still does.
            bella.newBark().fill("");
            bella.press("Escape");
            bella.act(bark, "Reply").click();
            assertThat(bella.dialog()).isVisible();
            AccessibilityIT.look(bella, "reply", violations);
            bella.press("Escape");
            bella.choose(bark, "Mute @moose-and-" + name);
            assertThat(bella.yes("Mute")).isVisible();
            AccessibilityIT.look(bella, "question before muting", violations);
            bella.press("Escape");

            bella.choose(bark, "Block @moose-and-" + name);
            assertThat(bella.yes("Block")).isVisible();
            AccessibilityIT.look(bella, "question before blocking", violations);
            bella.press("Escape");

            bella.openThread(bark).answer("Behind the couch");
            AccessibilityIT.look(bella, "thread", violations);
            Locator answer = bella.barkThatSays("Behind the couch");
            bella.choose(answer, "Edit");
            assertThat(bella.dialog()).isVisible();
            AccessibilityIT.look(bella, "editing", violations);
            bella.press("Escape");
            bella.edit(answer, "Under the couch");
            bella.barkThatSays("Under the couch")
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(Pattern.compile("edited", Pattern.CASE_INSENSITIVE)))
                    .click();
            assertThat(bella.page().getByText("Behind the couch")).isVisible();
            AccessibilityIT.look(bella, "history", violations);
            bella.press("Escape");
            bella.goTo("/users/moose-and-" + name);
            assertThat(bella.button("Follow moose-and-" + name)).isVisible();
            AccessibilityIT.look(bella, "profile", violations);
            bella.goTo("/tags/lost");
            assertThat(bella.barkThatSays("ball of @" + name)).isVisible();
            AccessibilityIT.look(bella, "tag", violations);
            bella.goTo("/users/nobody-of-this-name");
            assertThat(bella.page().getByText("This trail ends here")).isVisible();
            AccessibilityIT.look(bella, "profile that is not there", violations);
        }
        assertThat(violations).isEmpty();
    }
}
