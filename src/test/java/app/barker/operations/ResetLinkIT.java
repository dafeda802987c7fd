package app.barker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code ./barker reset-password}: the way back for an administrator whom nobody else can let in. */
class ResetLinkIT {

    @AutoClose
    private final BarkerServer server = BarkerServer.start();

    @AutoClose
    private final Browsers browsers = Browsers.open();

    @Test
    void whoMayOpenTheSocketGetsALinkForAnyone() {
        try (Person boss = browsers.person(server)) {
            boss.signUp("boss").logOut();

            String answer = ask("reset-password", "boss");
            var path = Pattern.compile("/reset/\\S+$").matcher(answer.strip());
            assertThat(path.find()).as(answer).isTrue();

            boss.goTo(path.group());
            boss.field("New password").fill("a purple bone under the sofa");
            boss.button("Save and log out everywhere").click();
            PlaywrightAssertions.assertThat(boss.page().getByText("Your new password is set"))
                    .isVisible();
        }
    }

    @Test
    void saysWhatItCannotDo() {
        assertThat(ask("reset-password", "nobody")).contains("nobody is called that");
        assertThat(ask("reset-password", "")).contains("nobody is called that");
        assertThat(ask("reset-password", "two\nbackup lines")).contains("nobody is called that");
        assertThat(ask("dance", "please")).contains("this is not an order");
    }

    private String ask(String order, String about) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream paper = new PrintStream(said, true, StandardCharsets.UTF_8);
        ControlClient.ask(server.folder().resolve("data/barker.sock"), order, about, paper, paper);
        return said.toString(StandardCharsets.UTF_8);
    }
}
