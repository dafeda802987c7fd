package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Dogs;
import app.barker.testing.Person;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Home in one browser: what one writes arrives once and as it was written, or stays where it is. */
class HomeIT {

    private static final Pattern SERVER_CALL = Pattern.compile("v-r=uidl");

    @AutoClose
    static final BarkerServer SERVER = BarkerServer.start("--barker.bark.per-minute=1000");

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    @AutoClose
    final Person rex = BROWSERS.person(SERVER);

    @Test
    void twoClicksMakeOneBark() {
        rex.signUp("rex-twice");
        rex.newBark().fill("Woof, once");

        rex.button("Bark").dblclick();

        assertThat(rex.newBark()).hasValue("");
        rex.page().reload();
        assertThat(rex.barkThatSays("Woof, once")).hasCount(1);
        assertThat(rex.complaints()).isEmpty();
    }

    @Test
    void twoClicksMakeOneBarkOnASlowNetworkToo() {
        rex.signUp("rex-slow");
        rex.newBark().fill("Woof, slowly");
        List<Route> onTheWay = new ArrayList<>();
        rex.page().route(SERVER_CALL, onTheWay::add);

        rex.button("Bark").click();
        assertThat(rex.button("Bark")).hasAttribute("aria-busy", "true");
        rex.button("Bark").click();
        rex.newBark().press("Control+Enter");
        rex.page().unroute(SERVER_CALL);
        assertThat(onTheWay).as("requests on the way").isNotEmpty();
        onTheWay.forEach(Route::resume);

        assertThat(rex.newBark()).hasValue("");
        rex.page().reload();
        assertThat(rex.barkThatSays("Woof, slowly")).hasCount(1);
    }

    @Test
    void whatIsTooLongIsNotSent() {
        rex.signUp("rex-long");
        rex.newBark().fill("🐶".repeat(280));
        assertThat(rex.page().getByLabel("0 characters left")).isVisible();
        assertThat(rex.button("Bark")).isEnabled();

        rex.newBark().fill("🐶".repeat(281));

        assertThat(rex.page().getByLabel("1 character too many")).isVisible();
        assertThat(rex.button("Bark")).isDisabled();
        rex.newBark().press("Control+Enter");
        assertThat(rex.newBark()).hasValue("🐶".repeat(281));
        rex.page().reload();
        assertThat(rex.newBark()).isVisible();
        assertThat(rex.barkThatSays("🐶")).hasCount(0);
    }

    @Test
    void whatIsTooLongIsRefusedWhenItIsSentAllTheSame() {
        rex.signUp("rex-longer");

        assertThat(send("🐕".repeat(281)))
                .isEqualTo(Map.of("posted", false, "why", "This is too long: a bark has at most 280 characters."));

        rex.page().reload();
        assertThat(rex.newBark()).isVisible();
        assertThat(rex.barkThatSays("🐕")).hasCount(0);
        assertThat(send("🐕".repeat(280))).containsEntry("posted", true);
        assertThat(rex.barkThatSays("🐕")).hasCount(1);
    }

    @Test
    void textStaysTextWhateverItLooksLike() {
        String markup = "<script>window.bitten = 1</script>"
                + "<img src=\"x\" onerror=\"window.bitten = 1\"><b>bold</b> &amp; ${bitten} [a](javascript:bitten)";
        rex.signUp("rex-markup").bark(markup);
        assertThat(rex.barks().first().locator(".bark-text")).hasText(markup);

        try (Person bella = BROWSERS.person(SERVER).signUp("bella-markup")) {
            Locator text = bella.barkThatSays("onerror").locator(".bark-text");
            assertThat(text).hasText(markup);
            assertThat(text.locator("*")).hasCount(0);
            assertThat(bella.page().evaluate("window.bitten")).isNull();
            assertThat(rex.page().evaluate("window.bitten")).isNull();
        }
    }

    @Test
    void whatCouldNotBeSentIsStillThereWhenTheServerIsBack() {
        rex.signUp("rex-patient");
        rex.newBark().fill("Does anybody hear me?");
        SERVER.kill();
        rex.button("Bark").click();
        assertThat(rex.page().getByText("Your text is kept here").first()).isVisible();
        assertThat(rex.newBark()).hasValue("Does anybody hear me?");

        SERVER.startAgain();
        // The session went with the server; the page finds that out when it tries to reconnect.
        assertThat(rex.page()).hasURL(Pattern.compile("/login"), new PageAssertions.HasURLOptions().setTimeout(30_000));
        rex.fillInLogIn("rex-patient", Dogs.PASSWORD);
        assertThat(rex.newBark()).hasValue("Does anybody hear me?");
        rex.button("Bark").click();

        assertThat(rex.newBark()).hasValue("");
        assertThat(rex.barkThatSays("Does anybody hear me?")).hasCount(1);
    }

    @Test
    void olderBarksComeByScrollingInOrderAndOnce() {
        rex.signUp("rex-chatty");
        IntStream.rangeClosed(1, 45)
                .forEach(i -> assertThat(send("Woof no. " + i)).containsEntry("posted", true));

        try (Person bella = BROWSERS.person(SERVER, new NewContextOptions().setViewportSize(390, 844))) {
            bella.signUp("bella-reads");
            assertThat(bella.barkThatSays("Woof no. 45")).isVisible();
            Locator first = bella.page().getByText("Woof no. 1", new Page.GetByTextOptions().setExact(true));
            assertThat(first).hasCount(0);
            while (first.count() == 0) {
                int loaded = bella.barks().count();
                bella.barks().last().scrollIntoViewIfNeeded();
                assertThat(bella.barks().nth(loaded)).isAttached();
            }

            List<String> woofs = bella.page().locator(".bark-text").allTextContents().stream()
                    .filter(text -> text.startsWith("Woof no."))
                    .toList();
            assertThat(woofs)
                    .isEqualTo(IntStream.rangeClosed(1, 45)
                            .mapToObj(i -> "Woof no. " + (46 - i))
                            .toList());
            assertThat(bella.complaints()).isEmpty();
        }
    }

    @Test
    void withoutScriptsAPageSaysWhatIsMissing() {
        try (Person bella = BROWSERS.person(SERVER, new NewContextOptions().setJavaScriptEnabled(false))) {
            for (String page : List.of("/login", "/signup", "/")) {
                bella.page().navigate(page);
                assertThat(bella.page().getByRole(AriaRole.HEADING)).hasText("Barker needs JavaScript");
            }
        }
    }

    /** Past the composer, as a script would; returns what the server answers. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> send(String text) {
        return (Map<String, Object>)
                rex.call("barker-composer", "post", text, UUID.randomUUID().toString());
    }
}
