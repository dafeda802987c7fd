package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.shared.Allowance;
import app.barker.testing.TestClock;
import app.barker.testing.ViewTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class AttemptTest extends ViewTest {

    @Test
    void nothingIsSaidOfWhatIsDone() {
        assertThat(Attempt.to(() -> {})).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.1S, 1 second",
        "PT1S, 1 second",
        "PT2S, 2 seconds",
        "PT59S, 59 seconds",
        "PT60S, 1 minute",
        "PT61S, 2 minutes",
        "PT1H, 60 minutes"
    })
    void whoDidTooMuchIsToldHowLongToWait(Duration period, String wait) {
        Allowance once = new Allowance(1, period, new TestClock());
        once.take(1);

        assertThat(Attempt.to(() -> once.take(1)))
                .contains("That is a lot at once. Take a breath: it goes on in " + wait + ".");
    }

    @Test
    void whatCouldNotBeStoredIsSaidAndAWriterStillHasTheText() {
        Runnable noConnection = () -> {
            throw new CannotCreateTransactionException("no connection");
        };
        Runnable connectionLost = () -> {
            throw new DataAccessResourceFailureException("connection lost");
        };

        assertThat(Attempt.to(noConnection)).contains("That did not work. Try again in a moment.");
        assertThat(Attempt.to(connectionLost)).contains("That did not work. Try again in a moment.");
        assertThat(Attempt.toSend(noConnection))
                .contains("This was not sent. Your text is safe here; try again in a moment.");
        assertThat(Attempt.toSend(connectionLost))
                .contains("This was not sent. Your text is safe here; try again in a moment.");
    }
}
