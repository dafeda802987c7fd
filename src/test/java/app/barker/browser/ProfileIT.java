package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import app.barker.testing.Pictures;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Be someone: what a person says about themselves, and how others see it. */
@ParameterizedClass
@EnumSource(names = "ON_POSTGRESQL")
class ProfileIT {

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
    void aNameABioAndAPictureShowWhereverThePersonDoes() {
        rex.bark("Do I look good?").goTo("/settings/profile");
        rex.field("Display name").fill("Rex the Brave");
        rex.field("Bio").fill("Fetches.\nAlways returns.");
        rex.button("Save").click();
        assertThat(rex.saved()).isVisible();
        assertThat(rex.accountMenu()).containsText("Rex the Brave");
        rex.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "rex.png", "image/png", Pictures.file(Pictures.plain(300, 200, Color.RED), "png")));
        assertThat(rex.button("Remove picture")).isVisible();
        assertShows(rex.accountMenu().locator("img"));

        bella.goHome();
        Locator card = bella.barkThatSays("Do I look good?");
        assertThat(card).containsText("Rex the Brave");
        assertThat(card).containsText("@" + rex.name());
        assertShows(card.locator("img"));

        bella.goTo("/users/" + rex.name());
        assertThat(bella.heading("Rex the Brave")).isVisible();
        assertThat(bella.page().getByText("Fetches.")).containsText("Always returns.");
        assertThat(bella.page()).hasTitle("Rex the Brave · Barker");

        rex.button("Remove picture").click();
        assertThat(rex.button("Remove picture")).isHidden();
        bella.goHome();
        assertThat(card).containsText("Rex the Brave");
        assertThat(card.locator("img[src*=avatars]")).hasCount(0);
    }

    @Test
    void whatIsNoPictureIsRefusedWithAWordWhy() {
        rex.goTo("/settings/profile");

        rex.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "rex.png", "image/png", "<svg onload='bite()'/>".getBytes(StandardCharsets.UTF_8)));

        assertThat(rex.page().getByText("This is not a PNG, JPEG or GIF picture."))
                .isVisible();
        assertThat(rex.button("Remove picture")).isHidden();
    }

    @Test
    void aPinnedBarkStandsAboveAllOthersForEveryone() {
        rex.bark("Pinned and proud").bark("The newest of all");
        bella.goTo("/users/" + rex.name());
        assertThat(bella.barks()).containsText(new String[] {"The newest of all", "Pinned and proud"});

        rex.choose(rex.barkThatSays("Pinned and proud"), "Pin to profile");

        assertThat(rex.toast("Pinned to your profile.")).isVisible();
        bella.page().reload();
        assertThat(bella.barks()).containsText(new String[] {"Pinned and proud", "The newest of all"});
        assertThat(bella.barks().first()).containsText("Pinned");
        bella.menuOf(bella.barks().first()).click();
        assertThat(bella.menuItem("Copy link")).isVisible();
        assertThat(bella.menuItem("Unpin from profile")).hasCount(0);
        bella.press("Escape");

        rex.goTo("/users/" + rex.name());
        rex.choose(rex.barks().first(), "Unpin from profile");
        assertThat(rex.toast("Not pinned any more.")).isVisible();
        assertThat(rex.barks()).containsText(new String[] {"The newest of all", "Pinned and proud"});
        bella.page().reload();
        assertThat(bella.barks()).containsText(new String[] {"The newest of all", "Pinned and proud"});
    }

    @Test
    void theTabsPartWhatSomebodySaysAnswersAndLikes() {
        rex.bark("My own words");
        bella.bark("Words of Bella");
        rex.button("1 new bark").click();
        rex.reply(rex.barkThatSays("Words of Bella"), "My answer");
        rex.act(rex.barkThatSays("Words of Bella"), "Like").click();
        assertThat(bella.act(bella.barkThatSays("Words of Bella"), "Like")).hasAccessibleName("Like, 1");

        bella.goTo("/users/" + rex.name());
        assertThat(bella.barks()).containsText(new String[] {"My own words"});
        bella.link("Replies").click();
        assertThat(bella.barks()).containsText(new String[] {"My answer"});
        bella.link("Likes").click();
        assertThat(bella.barks()).containsText(new String[] {"Words of Bella"});
        assertThat(bella.link("Likes")).hasAttribute("aria-current", "page");
        bella.page().goBack();
        assertThat(bella.barks()).containsText(new String[] {"My answer"});
    }

    @Test
    void followingShowsAtTheClickAndCountsForOthers() {
        bella.goTo("/users/" + rex.name());
        Locator followers =
                bella.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("follower"));
        assertThat(followers).hasText("0 followers");

        bella.follow(rex);

        assertThat(followers).hasText("1 follower");
        rex.goTo("/users/" + bella.name());
        assertThat(rex.page().getByText("Follows you")).isVisible();
        bella.button("Following " + rex.name()).click();
        assertThat(followers).hasText("0 followers");
        assertThat(bella.button("Follow " + rex.name())).isVisible();
        rex.page().reload();
        assertThat(rex.heading(bella.name())).isVisible();
        assertThat(rex.page().getByText("Follows you")).hasCount(0);
    }

    private static void assertShows(Locator picture) {
        assertThat(picture).hasJSProperty("complete", true);
        assertThat((int) picture.evaluate("img => img.naturalWidth"))
                .as("width of the picture")
                .isPositive();
    }
}
