package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Person;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an operator and a power cut may do, on the database in a file. */
class RestartIT {

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    /** Answers to a wrong log-in take their time, so that one can be on the way when the server is told to end. */
    @AutoClose
    static final BarkerServer SERVER = BarkerServer.start("--barker.sign-in.failure-time=4s");

    @AutoClose
    final Person rex = BROWSERS.person(SERVER);

    @Test
    void whatWasAnsweredSurvivesAPowerCut() {
        rex.signUp("rex-in-the-dark").bark("Remember me");
        SERVER.kill();

        SERVER.startAgain();

        rex.logIn("rex-in-the-dark");
        assertThat(rex.barkThatSays("Remember me")).isVisible();
    }

    @Test
    void whatWasBeingWrittenWhenTheServerWasKilledIsFound() {
        rex.signUp("rex-cut-off").newBark().click();
        rex.type("Half a tho");
        assertThat(rex.draftSaved()).isVisible();
        SERVER.kill();
        rex.type("ught");

        SERVER.startAgain();

        try (Person elsewhere = BROWSERS.person(SERVER)) {
            elsewhere.logIn("rex-cut-off").goOnWith("Half a tho");
            assertThat(elsewhere.newBark()).hasValue("Half a tho");
            rex.logIn("rex-cut-off");
            assertThat(rex.newBark()).hasValue("Half a thought");
            assertThat(rex.draftSaved()).isVisible();

            elsewhere.goHome().newBark().fill("");
            elsewhere.goOnWith("Half a thought");
            assertThat(elsewhere.newBark()).hasValue("Half a thought");
            elsewhere.press("Control+Enter");
            assertThat(elsewhere.barkThatSays("Half a thought")).hasCount(1);
        }
    }

    @Test
    void whoIsToldToEndFinishesWhatWasBegunAndEndsSoon() throws Exception {
        rex.signUp("rex-to-the-end").bark("I keep a page open");
        try (HttpClient http = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> slow = http.sendAsync(
                    HttpRequest.newBuilder(SERVER.at("/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=bella&password=wrong"))
                            .build(),
                    BodyHandlers.ofString());
            await().atMost(Duration.ofSeconds(10)).until(() -> SERVER.log().contains("event=SIGN_IN_REFUSED"));
            assertThat(slow).as("the answer is not there yet").isNotDone();

            long told = System.nanoTime();
            int exitCode = SERVER.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(20));
            assertThat(exitCode).isIn(0, 143);
            HttpResponse<String> answer = slow.get(1, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .startsWith(SERVER.at("/login?error=").toString());
        }

        SERVER.startAgain();
        rex.logIn("rex-to-the-end");
        assertThat(rex.barkThatSays("I keep a page open")).isVisible();
    }
}
