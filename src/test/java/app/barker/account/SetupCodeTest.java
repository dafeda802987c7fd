package app.barker.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.SignUpResult.Refused;
import app.barker.account.SignUpResult.SignedUp;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.EmptyInstallation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ExtendWith(OutputCaptureExtension.class)
@DatabaseTest
@TestPropertySource(properties = "barker.setup.code-required=true")
class SetupCodeTest {

    private static final Refused WRONG_CODE = new Refused(Optional.empty(), Optional.empty(), true);

    @Autowired
    AccountService accounts;

    @Autowired
    Installation installation;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyIsHereYet() {
        EmptyInstallation.in(jdbc);
    }

    @Test
    void theLogOfTheStartTellsItOnce(CapturedOutput log) {
        assertThat(codesIn(log)).singleElement().asString().matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "ABCD-EFGH-JKLM", "\u0000", "woof"})
    void withoutItNobodyIsTheFirst(String wrong) {
        assertThat(accounts.asksForSetupCode()).isTrue();

        assertThat(accounts.signUp("rex", Dogs.PASSWORD, wrong)).isEqualTo(WRONG_CODE);

        assertThat(jdbc.sql("select count(*) from users").query(Integer.class).single())
                .isZero();
        assertThat(accounts.asksForSetupCode()).isTrue();
    }

    @Test
    void whoKnowsItBecomesAdministrator(CapturedOutput log) {
        assertThat(accounts.signUp("rex", Dogs.PASSWORD, codeIn(log)))
                .isInstanceOfSatisfying(
                        SignedUp.class, rex -> assertThat(rex.account().role()).isEqualTo(Role.ADMIN));
    }

    @Test
    void itMayBeTypedInLowerCaseAndWithoutDashes(CapturedOutput log) {
        String typed = "  " + codeIn(log).replace("-", " ").toLowerCase(Locale.ROOT);

        assertThat(accounts.signUp("rex", Dogs.PASSWORD, typed)).isInstanceOf(SignedUp.class);
    }

    @Test
    void onceSomebodyIsHereNobodyIsAsked(CapturedOutput log) {
        accounts.signUp("rex", Dogs.PASSWORD, codeIn(log));

        assertThat(accounts.asksForSetupCode()).isFalse();
        assertThat(accounts.signUp("bella", Dogs.PASSWORD, ""))
                .isInstanceOfSatisfying(
                        SignedUp.class,
                        bella -> assertThat(bella.account().role()).isEqualTo(Role.USER));
    }

    @Test
    void ofAHundredAtOnceWhoKnowsItBecomesAdministrator(CapturedOutput log) {
        String code = codeIn(log);

        List<SignUpResult> results =
                AtOnce.run(100, i -> accounts.signUp("dog-" + i, Dogs.PASSWORD, i == 42 ? code : "guess " + i));

        assertThat(results.get(42)).isInstanceOf(SignedUp.class);
        assertThat(jdbc.sql("select username from users where role = 'ADMIN'")
                        .query(String.class)
                        .list())
                .containsExactly("dog-42");
        // Who came after that one was not asked any more.
        assertThat(results)
                .allMatch(result -> result.equals(WRONG_CODE)
                        || (result instanceof SignedUp late && late.account().role() == Role.USER)
                        || result.equals(results.get(42)));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "127.3.2.1, false",
        "::1, false",
        "localhost, false",
        "'', true",
        "0.0.0.0, true",
        "::, true",
        "192.0.2.7, true",
        "rex.invalid, true"
    })
    void isAskedForWhereOthersCanReachTheServer(String address, boolean asked) {
        assertThat(new SetupCode(installation, new SetupSettings(null), address).isAskedFor())
                .isEqualTo(asked);
    }

    @Test
    void theSettingOutweighsTheAddress() {
        assertThat(new SetupCode(installation, new SetupSettings(true), "127.0.0.1").isAskedFor())
                .isTrue();
        assertThat(new SetupCode(installation, new SetupSettings(false), "0.0.0.0").isAskedFor())
                .isFalse();
    }

    private static String codeIn(CapturedOutput log) {
        return codesIn(log).getFirst();
    }

    private static List<String> codesIn(CapturedOutput log) {
        return Pattern.compile("set-up code: (\\S+)")
                .matcher(log.getAll())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
