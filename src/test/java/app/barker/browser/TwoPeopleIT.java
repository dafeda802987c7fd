package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the product is for: one barks, another reads. On each database that an operator may choose. */
@ParameterizedClass
@EnumSource
class TwoPeopleIT {

    private static final Pattern OUTSIDE = Pattern.compile("/(login|signup)$");
    private static final Pattern LOGIN = Pattern.compile("/login$");

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
    void whatOneBarksTheOtherReadsOnAClickAndNothingMovesBefore() {
        rex.bark("Good morning");
        bella.page().reload();
        Locator whatBellaReads = bella.barks().first();
        assertThat(whatBellaReads).containsText("Good morning");
        BoundingBox before = whatBellaReads.boundingBox();

        rex.bark("Ball found\nbehind the couch");

        Locator pill = bella.button("1 new bark");
        assertThat(pill).isVisible();
        assertThat(whatBellaReads).containsText("Good morning");
        assertThat(whatBellaReads.boundingBox()).usingRecursiveComparison().isEqualTo(before);

        pill.click();

        assertThat(bella.barks().first()).containsText("Ball found");
        assertThat(bella.barks().first()).containsText("@" + rex.name());
        assertThat(bella.barks().first().locator(".bark-text").innerText()).isEqualTo("Ball found\nbehind the couch");
        assertThat(bella.barks().nth(1)).containsText("Good morning");
        assertThat(pill).isHidden();
    }

    @Test
    void onlyItsAuthorCanDeleteABarkAndIsAskedBefore() {
        rex.bark("I ate the couch").bark("The couch is fine");
        bella.page().reload();
        assertThat(bella.barkThatSays("I ate the couch")).isVisible();
        bella.menuOf(bella.barkThatSays("I ate the couch")).click();
        assertThat(bella.menuItem("Copy link")).isVisible();
        assertThat(bella.menuItem("Delete")).hasCount(0);
        bella.press("Escape");

        rex.menuOf(rex.barkThatSays("I ate the couch")).click();
        rex.menuItem("Delete").click();
        assertThat(rex.page().getByRole(AriaRole.ALERTDIALOG)).containsText("Delete this bark?");
        assertThat(rex.barkThatSays("I ate the couch")).isVisible();
        rex.yes("Delete").click();

        assertThat(rex.barkThatSays("I ate the couch")).hasCount(0);
        assertThat(rex.barkThatSays("The couch is fine")).isVisible();
        bella.page().reload();
        assertThat(bella.barkThatSays("The couch is fine")).isVisible();
        assertThat(bella.barkThatSays("I ate the couch")).hasCount(0);
    }

    @Test
    void loggingOutClosesEveryTabOfThatBrowserAndKillsItsSession() throws Exception {
        rex.bark("For members only");
        Page otherTab = rex.browser().newPage();
        otherTab.navigate("/");
        assertThat(otherTab.getByText("For members only")).isVisible();
        String cookie = rex.sessionCookie();
        assertThat(statusOfHomeWith(cookie)).isEqualTo(200);

        rex.logOut();

        assertThat(rex.page()).hasURL(LOGIN);
        assertThat(otherTab).hasURL(LOGIN);
        assertThat(statusOfHomeWith(cookie)).isEqualTo(302);
        for (Page tab : rex.browser().pages()) {
            // Who presses Back has seen the page.
            assertThat(tab.getByLabel("Username")).isVisible();
            while (tab.goBack() != null) {
                assertThat(tab).hasURL(OUTSIDE);
                assertThat(tab.getByLabel("Username")).isVisible();
                assertThat(tab.getByText("For members only")).hasCount(0);
            }
        }
        bella.bark("I am still here");
    }

    private int statusOfHomeWith(String cookie) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(installation.server().at("/"))
                    .header("Cookie", cookie)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
