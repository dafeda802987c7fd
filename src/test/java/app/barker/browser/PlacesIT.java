package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a reader is, and how they come back there. */
class PlacesIT {

    private static final Offset<Double> A_FEW_PIXELS = Offset.offset(4.0);
    private static final Pattern FROM = Pattern.compile("[?&]from=\\d+");

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
    void backFromAThreadIsBackAtTheSameBark() {
        Locator read = readFarDown();
        double before = heightOf(read);

        bella.openThread(read);
        bella.button("Back").click();

        assertThat(bella.heading(rex.name())).isAttached();
        assertThat(read).isVisible();
        awaitHeight(read, before);
    }

    @Test
    void reloadAndTheAddressKeepThePlace() {
        Locator read = readFarDown();
        assertThat(bella.page()).hasURL(FROM);
        double before = heightOf(read);

        bella.page().reload();

        assertThat(read).isVisible();
        awaitHeight(read, before);
    }

    @Test
    void anAddressWithAPlaceBeginsThereWhateverHasComeMeanwhile() {
        readFarDown();
        String address = bella.page().url();
        rex.bark("Newer than the address");

        bella.goTo("/").goTo(address);

        assertThat(bella.barks().first()).containsText("Woof no. 28");
        assertThat(bella.barkThatSays("Newer than the address")).hasCount(0);
        bella.button("1 new bark").click();
        assertThat(bella.barks().first()).containsText("Newer than the address");
    }

    @Test
    void aTagLeadsToWhatEveryoneSaysUnderIt() {
        String tag = "fetch" + rex.name().replace("-", "");
        rex.bark("Who plays? #" + tag.toUpperCase());
        bella.button("1 new bark").click();
        bella.barkThatSays("Who plays?").getByText("#" + tag.toUpperCase()).click();
        assertThat(bella.page()).hasURL(Pattern.compile("/tags/" + tag + "$", Pattern.CASE_INSENSITIVE));
        assertThat(bella.heading("#" + tag)).isVisible();
        assertThat(bella.barks()).containsText(new String[] {"Who plays?"});

        rex.bark("Not about that");
        rex.bark("I do #" + tag);

        bella.button("1 new bark").click();
        assertThat(bella.barks()).containsText(new String[] {"I do", "Who plays?"});
    }

    @Test
    void linksToOtherSitesAreShortAndKnowNothingOfUs() {
        rex.bark("Read https://dogs.example/a/very/long/address/that/nobody/wants/to/read/in/full?really=yes");
        bella.button("1 new bark").click();

        Locator link = bella.barkThatSays("Read ").getByText("dogs.example");
        assertThat(link).hasAttribute("rel", "noopener noreferrer");
        assertThat(link)
                .hasAttribute(
                        "href",
                        "https://dogs.example/a/very/long/address/that/nobody/wants/to/read/in/full?really=yes");
        assertThat(link.innerText()).hasSizeLessThan(50);
    }

    /** On Rex's profile, past the first page. */
    private Locator readFarDown() {
        woof(28);
        bella.goTo("/users/" + rex.name());
        assertThat(bella.barkThatSays("Woof no. 28 ")).isVisible();
        Locator read = bella.barkThatSays("Woof no. 4 ");
        while (read.count() == 0) {
            int loaded = bella.barks().count();
            bella.barks().last().scrollIntoViewIfNeeded();
            assertThat(bella.barks().nth(loaded)).isAttached();
        }
        read.evaluate("article => scrollBy(0, article.getBoundingClientRect().top - 200)");
        awaitRest();
        assertThat(bella.page()).hasURL(FROM);
        return read;
    }

    /** Until the page has noted where it stands. */
    private void awaitRest() {
        bella.page().waitForFunction("""
                () => {
                    const place = history.state?.barker;
                    const article = place && document.querySelector(`article[data-key="${place.key}"]`);
                    return article && Math.abs(article.getBoundingClientRect().top - place.offset) < 1;
                }
                """);
    }

    private void woof(int times) {
        IntStream.rangeClosed(1, times)
                .forEach(i -> rex.call(
                        "barker-composer",
                        "post",
                        "Woof no. %d \n\nand some more of it".formatted(i),
                        UUID.randomUUID().toString()));
    }

    private static double heightOf(Locator bark) {
        return bark.boundingBox().y;
    }

    private static void awaitHeight(Locator bark, double expected) {
        await().untilAsserted(() -> assertThat(heightOf(bark)).isCloseTo(expected, A_FEW_PIXELS));
    }
}
