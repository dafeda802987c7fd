package app.barker.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
@DatabaseTest
class SignInProviderTest {

    private static final String WRONG = "incorrect horse battery staple";

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock realClock;

    private final TestClock clock = new TestClock();

    @SuppressWarnings("NullAway.Init")
    private Viewer rex;

    @BeforeEach
    void rexHasSignedUp() {
        jdbc.sql("delete from sign_in_failed_names").update();
        jdbc.sql("delete from sign_in_throttle").update();
        rex = new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void theRightPasswordOpensASessionForThePersonAndTheirRole() {
        Authentication session = logIn(rex.username(), Dogs.PASSWORD);

        assertThat(session.isAuthenticated()).isTrue();
        assertThat(session.getPrincipal()).isEqualTo(rex);
        assertThat(session.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_" + rex.role());
        assertThat(session.getCredentials()).as("the password stays nowhere").isNull();
    }

    @Test
    void aWrongNameAndAWrongPasswordReadTheSame() {
        assertThat(refusal(rex.username(), WRONG)).isEqualTo(refusal("nobody-of-this-name", Dogs.PASSWORD));
        assertThat(refusal(rex.username(), WRONG)).isEqualTo(refusal("\u0000", "\uD83D"));
        assertThat(refusal(rex.username(), WRONG)).isEqualTo(refusal("", ""));
    }

    @Test
    void evenTheRightPasswordWaitsAfterFiveWrongOnes() {
        for (int i = 0; i < 5; i++) {
            refusal(rex.username(), WRONG);
        }
        assertThat(refusal(rex.username(), Dogs.PASSWORD))
                .as("and it reads like a wrong one")
                .isEqualTo(refusal("nobody-of-this-name", WRONG));

        clock.advance(Duration.ofSeconds(1));

        assertThat(logIn(rex.username(), Dogs.PASSWORD).isAuthenticated()).isTrue();
    }

    @Test
    void whoLogsInHasFiveFreeTriesAgain() {
        for (int i = 0; i < 4; i++) {
            refusal(rex.username(), WRONG);
        }
        logIn(rex.username(), Dogs.PASSWORD);
        for (int i = 0; i < 4; i++) {
            refusal(rex.username(), WRONG);
        }

        assertThat(logIn(rex.username(), Dogs.PASSWORD).isAuthenticated()).isTrue();
    }

    @Test
    void everyRefusalTakesTheSameTimeAtTheLeast() {
        Duration least = Duration.ofMillis(300);
        SignInProvider slow = provider(realClock, least);

        for (String name : new String[] {rex.username(), "nobody-of-this-name", "\u0000"}) {
            long begun = System.nanoTime();
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> slow.authenticate(attempt(name, WRONG)));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void theLogSaysWhereFromAndNeverWhatWasTyped(CapturedOutput log) {
        refusal("oops-this-is-my-password", WRONG);

        assertThat(log.getAll())
                .contains("event=SIGN_IN_REFUSED account=null actor=null from=203.0.113.7")
                .contains("detail=\"UNKNOWN_NAME\"")
                .doesNotContain("oops-this-is-my-password", WRONG);
    }

    private String refusal(String name, String password) {
        try {
            logIn(name, password);
        } catch (BadCredentialsException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError("@" + name + " was let in");
    }

    private Authentication logIn(String name, String password) {
        return provider(clock, Duration.ZERO).authenticate(attempt(name, password));
    }

    private SignInProvider provider(Clock clock, Duration failureTime) {
        SignInSettings settings = new SignInSettings(5, 50, Duration.ofMinutes(5), Duration.ofHours(12), failureTime);
        return new SignInProvider(
                accounts,
                new SignInThrottle(jdbc, transaction, settings, clock),
                new KnownBrowsers(jdbc, clock),
                new Refusals(new SecurityLog(jdbc, clock), clock),
                settings,
                clock);
    }

    private static Authentication attempt(String name, String password) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        attempt.setDetails(new SignInDetails(new Origin("203.0.113.7", "Firefox", "Linux"), Optional.empty()));
        return attempt;
    }
}
