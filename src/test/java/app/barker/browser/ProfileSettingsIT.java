package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Dogs;
import app.barker.testing.Person;
import app.barker.testing.Pictures;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One says who they are, the other sees it. */
class ProfileSettingsIT {

    @AutoClose
    static final BarkerServer SERVER = BarkerServer.start();

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    /** A photo as a phone takes it, held upright: it says where. */
    private static final byte[] PHOTO = Pictures.withExif(Pictures.file(Pictures.quarters(2000, 1500), "jpeg"), 6);

    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    String rexIsCalled;
    Person rex;
    Person bella;

    @BeforeEach
    void rexIsInTheSettings() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rexIsCalled = "rex-" + unique;
        rex = BROWSERS.person(SERVER).signUp(rexIsCalled);
        bella = BROWSERS.person(SERVER).signUp("bella-" + unique);
        rex.page().navigate("/settings");
        assertThat(rex.field("Display name")).isVisible();
    }

    @AfterEach
    void everybodyLeaves() {
        rex.close();
        bella.close();
    }

    @Test
    void othersSeeWhatAPersonSaysInAHurry() {
        rex.field("Display name").fill("Rex Retriever");
        rex.field("Bio").fill("I dig.\nThat is all.");
        rex.button("Save").click();
        assertThat(rex.page().getByText("Saved.")).isVisible();

        bella.page().navigate("/users/" + rexIsCalled);

        assertThat(bella.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Rex Retriever")))
                .isVisible();
        assertThat(bella.page().getByText(Pattern.compile("I dig\\.\\s+That is all\\.")))
                .isVisible();
        assertThat(rex.complaints()).isEmpty();
        assertThat(bella.complaints()).isEmpty();
    }

    @Test
    void theEnterKeySavesTheName() {
        rex.field("Display name").fill("Rex Retriever");
        rex.press("Enter");

        assertThat(rex.page().getByText("Saved.")).isVisible();
        rex.page().reload();
        assertThat(rex.field("Display name")).hasValue("Rex Retriever");
    }

    @Test
    void theFieldsCountAsOneTypes() {
        assertThat(rex.page().getByText("0 of 50 characters")).isVisible();

        rex.field("Display name").pressSequentially(" Rex \uD83D\uDC15\u200D\uD83E\uDDBA");

        assertThat(rex.page().getByText("5 of 50 characters")).isVisible();
    }

    @Test
    void othersSeeThePictureOfAPersonAndOutsidersDoNot() {
        choose(PHOTO);
        assertThat(worn()).isVisible();
        assertThat(rex.page().getByText("Saved.")).isVisible();
        String address = worn().getAttribute("src");

        bella.page().navigate("/users/" + rexIsCalled);
        Locator seen = bella.page().locator("img[src*='" + address + "']").first();
        assertThat(seen).isVisible();
        assertThat(seen.evaluate("image => image.decode().then(() => image.naturalWidth)"))
                .isEqualTo(256);

        try (Person outsider = BROWSERS.person(SERVER)) {
            outsider.page().navigate(address);
            assertThat(outsider.button("Log in")).isVisible();
        }
        assertThat(rex.complaints()).isEmpty();
        assertThat(bella.complaints()).isEmpty();
    }

    @Test
    void aPictureThatIsRefusedChangesNothing() {
        choose(PHOTO);
        assertThat(worn()).isVisible();
        String before = worn().getAttribute("src");

        choose(Pictures.pngThatDeclares(60_000, 60_000));
        assertThat(rex.page().getByRole(AriaRole.ALERT).first()).containsText("too many pixels");
        choose(new byte[10 * 1024 * 1024 + 1]);
        assertThat(rex.page().getByRole(AriaRole.ALERT).first()).containsText("too large");

        assertThat(worn()).hasAttribute("src", before);
        rex.button("Remove picture").click();
        assertThat(worn()).hasCount(0);
        assertThat(rex.complaints()).isEmpty();
    }

    private void choose(byte[] file) {
        rex.page().locator("input[type=file]").setInputFiles(new FilePayload("rex.jpg", "image/jpeg", file));
    }

    private Locator worn() {
        return rex.page().locator("main img[src*=avatars]");
    }

    @Test
    void aGermanBrowserIsSpokenToInGermanUntilItsPersonChoosesAnotherLanguage() {
        BrowserContext browser = rex.browser()
                .browser()
                .newContext(new NewContextOptions()
                        .setBaseURL(SERVER.at("").toString())
                        .setLocale("de-DE")
                        .setViewportSize(390, 844));
        try (browser) {
            Page page = browser.newPage();
            page.navigate("/login");
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Passwort zeigen")))
                    .isVisible();
            assertThat(new AxeBuilder(page).withTags(WCAG_2_2_AA).analyze().getViolations())
                    .isEmpty();

            page.getByRole(AriaRole.BUTTON, named("English")).click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            page.getByLabel("Username").fill(rexIsCalled);
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(Dogs.PASSWORD);
            page.getByRole(AriaRole.BUTTON, named("Log in")).click();
            assertThat(page.getByRole(AriaRole.TEXTBOX, named("New bark"))).isVisible();

            page.navigate("/settings/profile");
            page.getByLabel("Barker speaks").selectOption("GERMAN");
            page.getByRole(AriaRole.BUTTON, named("Change language")).click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Einstellungen"))).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(new AxeBuilder(page).withTags(WCAG_2_2_AA).analyze().getViolations())
                    .isEmpty();
            page.navigate("/users/" + rexIsCalled);
            assertThat(page.getByText(Pattern.compile("Dabei seit [A-Z][a-zä]+ 20\\d\\d")))
                    .isVisible();
            int wider = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
            assertThat(wider).isLessThanOrEqualTo(0);
        }
        rex.page().reload();
        // In the other browser of the same person.
        assertThat(rex.page().getByRole(AriaRole.HEADING, named("Einstellungen")))
                .isVisible();
        rex.page().navigate("/users/" + rexIsCalled);
        String month = (String)
                rex.page().evaluate("new Date().toLocaleDateString('en-GB', { month: 'long', year: 'numeric' })");
        // German words, and the date as a British browser writes it.
        assertThat(rex.page().getByText("Dabei seit " + month)).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
