package app.barker.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleOfTheStandardIsSignedAsItSays() {
        // From the tests of the libraries at github.com/standard-webhooks.
        var secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachIsAnotherAndNoneStandsInALog() {
        SigningSecret secret = SigningSecret.draw();

        assertThat(secret.text())
                .matches("whsec_[A-Za-z0-9+/]{43}=")
                .isNotEqualTo(SigningSecret.draw().text());
        assertThat(secret).asString().doesNotContain(secret.text().substring(6));
    }

    @Test
    void theLinesOfTheDocumentationVerifyIt() throws IOException, InterruptedException {
        Matcher lines = SHELL.matcher(Files.readString(Path.of("docs/webhooks.md")));
        assertThat(lines.find()).isTrue();
        SigningSecret secret = SigningSecret.draw();
        String body = "{\"text\":\"It's a \\\"ball\\\" 🐾\"}";
        String signature = secret.sign("msg_1", 1_700_000_000, body);

        assertThat(run(lines.group(1), secret, body, signature)).isEqualTo("signed by Barker");
        assertThat(run(lines.group(1), secret, body + " ", signature)).isEqualTo("not signed by Barker");
        assertThat(run(lines.group(1), SigningSecret.draw(), body, signature)).isEqualTo("not signed by Barker");
    }

    private static String run(String lines, SigningSecret secret, String body, String signature)
            throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", lines).redirectErrorStream(true);
        shell.environment().put("WEBHOOK_SECRET", secret.text());
        shell.environment().put("WEBHOOK_ID", "msg_1");
        shell.environment().put("WEBHOOK_TIMESTAMP", "1700000000");
        shell.environment().put("WEBHOOK_SIGNATURE", signature);
        shell.environment().put("BODY", body);
        shell.environment().put("LC_ALL", "C.UTF-8");
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }
}
