package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import app.barker.testing.Pictures;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Show something: pictures from the composer to another one's screen. */
@ParameterizedClass
@EnumSource(names = "ON_H2")
class MediaIT {

    private static final byte[] PHOTO = Pictures.file(Pictures.quarters(300, 200), "png");

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    @Parameter
    @SuppressWarnings("NullAway.Init") // filled in by JUnit
    Installation installation;

    Person rex;
    Person bella;

    @BeforeEach
    void signUp() {
        rex = BROWSERS.member(installation.server(), "rex");
        bella = BROWSERS.member(installation.server(), "bella");
    }

    @AfterEach
    void leave() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void picturesWithoutWordsAreSeenByOthersAndByTheKeyboard() {
        rex.goHome();
        choose(rex, payload("ball.png"), payload("couch.png"));
        assertThat(previews(rex)).hasCount(2);
        description(rex, 1).fill("A ball");
        rex.newBark().press("Control+Enter");
        // Once.
        assertThat(rex.page().getByText("Say what there is to see")).isVisible();
        assertThat(description(rex, 2)).isFocused();
        rex.press("Control+Enter");
        assertThat(previews(rex)).hasCount(0);

        bella.goTo("/users/" + rex.name() + "/media");
        Locator card = bella.barks().first();
        Locator ball = photo(card, "A ball");
        assertThat(photo(card, "No description")).containsText("No description");
        assertThat(card.getByRole(AriaRole.IMG, named("A ball"))).isVisible();
        assertThat(width(ball)).isEqualTo(300);

        ball.focus();
        bella.press("Enter");
        assertThat(bella.dialog()).containsText("1 of 2");
        assertThat(bella.dialog()).containsText("A ball");
        bella.press("ArrowRight");
        assertThat(bella.dialog()).containsText("2 of 2");
        assertThat(bella.dialog()).containsText("No description");
        bella.press("Escape");
        assertThat(bella.dialog()).isHidden();
        assertThat(ball).isFocused();

        String address = String.valueOf(ball.locator("img").getAttribute("src"));
        assertThat(status(bella, address)).isEqualTo(200);
        rex.block(bella);
        assertThat(status(bella, address)).isEqualTo(404);
        assertThat(status(rex, address)).isEqualTo(200);
    }

    @Test
    void aPastedPictureOutlivesAReloadAndIsNobodyElses() {
        rex.goHome().newBark().fill("Look what I found");
        paste(rex, PHOTO);
        assertThat(previews(rex)).hasCount(1);
        assertThat(rex.newBark()).isFocused();
        String address = String.valueOf(previews(rex).getAttribute("src"));
        String id = address.replaceAll("\\D", "");

        assertThat(status(bella, address)).isEqualTo(404);
        bella.goHome();
        Object answer = bella.call(
                "barker-composer", "post", "Now it is mine", UUID.randomUUID().toString(), id + " stolen");
        assertThat(((Map<?, ?>) answer).get("posted")).isEqualTo(false);
        bella.goTo("/everyone");
        assertThat(bella.barkThatSays("Now it is mine")).hasCount(0);

        rex.goHome();
        assertThat(rex.newBark()).hasValue("Look what I found");
        assertThat(previews(rex)).hasCount(1);
        description(rex, 1).fill("A cat, asleep");
        rex.newBark().press("Control+Enter");
        assertThat(rex.newBark()).hasValue("");
        bella.goTo("/everyone");
        assertThat(photo(bella.barkThatSays("Look what I found"), "A cat, asleep"))
                .isVisible();

        // Said anew, with what it showed.
        rex.choose(rex.barkThatSays("Look what I found"), "Delete and redraft");
        rex.sayYes("Delete and redraft");
        assertThat(rex.newBark()).hasValue("Look what I found");
        assertThat(description(rex, 1)).hasValue("A cat, asleep");
        assertThat(status(bella, address)).isEqualTo(404);
    }

    @Test
    void whatIsNoPictureIsNotTakenAndSaysWhy() {
        byte[] script = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        rex.goHome();
        choose(rex, new FilePayload("cat.png", "image/png", script));
        assertThat(rex.page().getByText("This is not a PNG, JPEG or GIF picture"))
                .isVisible();

        rex.newBark().press("Control+Enter");

        assertThat(rex.page().getByText("One of the pictures was not taken")).isVisible();
        rex.button("Remove picture 1").click();
        assertThat(rex.newBark()).isFocused();
        // The browser's console has heard of it, too.
        assertThat(rex.complaints()).singleElement().asString().contains("415");
        rex.complaints().clear();
    }

    private static void choose(Person person, FilePayload... files) {
        person.page().locator("barker-editor input[type=file]").setInputFiles(files);
    }

    private static FilePayload payload(String name) {
        return new FilePayload(name, "image/png", PHOTO);
    }

    private static void paste(Person person, byte[] picture) {
        person.newBark().evaluate("""
                (field, base64) => {
                  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
                  const clipboardData = new DataTransfer();
                  clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
                  field.focus();
                  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                }""", Base64.getEncoder().encodeToString(picture));
    }

    /** Those that the server has. */
    private static Locator previews(Person person) {
        return person.page().locator(".picture-preview img");
    }

    private static Locator description(Person person, int number) {
        return person.page().getByLabel("Description of picture " + number);
    }

    private static Locator photo(Locator card, String seen) {
        return card.getByRole(AriaRole.BUTTON, named("Show picture: " + seen));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    /** As the browser has drawn it. */
    private static int width(Locator photo) {
        return (int)
                photo.locator("img").evaluate("async (image) => { await image.decode(); return image.naturalWidth; }");
    }

    private static int status(Person person, String address) {
        return person.page().request().get(address).status();
    }
}
