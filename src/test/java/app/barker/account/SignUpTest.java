package app.barker.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.SignUpResult.Refused;
import app.barker.account.SignUpResult.SignedUp;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.EmptyInstallation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class SignUpTest {

    private static final Refused TAKEN = new Refused(Optional.of(UsernameProblem.TAKEN), Optional.empty(), false);

    @Autowired
    AccountService accounts;

    @Autowired
    AccountRepository repository;

    @Autowired
    FormerUsernames formerNames;

    @Autowired
    Installation installation;

    @Autowired
    SetupCode setupCode;

    @Autowired
    PasswordPolicy passwords;

    @Autowired
    PasswordHashing hashing;

    @Autowired
    ObjectProvider<WriteCondition> writeConditions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyIsHereYet() {
        EmptyInstallation.in(jdbc);
    }

    @Test
    void aPersonSignsUpAndIsKnownAgain() {
        SignUpResult result = accounts.signUp("Rex", Dogs.PASSWORD, "");

        assertThat(result)
                .isInstanceOfSatisfying(
                        SignedUp.class,
                        rex -> assertThat(rex.account().username()).isEqualTo("rex"));
        assertThat(accounts.authenticate("rex", Dogs.PASSWORD).viewer()).isPresent();
    }

    @Test
    void aNameIsTakenOnce() {
        new Dogs(accounts).signUp("rex");

        assertThat(accounts.signUp("rex", Dogs.PASSWORD, "")).isEqualTo(TAKEN);
        assertThat(accounts.problemWithNewUsername("rex")).contains(UsernameProblem.TAKEN);
        assertThat(accounts.problemWithNewUsername("rex2")).isEmpty();
    }

    @Test
    void upperCaseMakesNoOtherName() {
        new Dogs(accounts).signUp("rex");

        assertThat(accounts.signUp("REX", Dogs.PASSWORD, "")).isEqualTo(TAKEN);
        assertThat(accounts.problemWithNewUsername("Rex")).contains(UsernameProblem.TAKEN);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(accounts.signUp("2rex", "bone", ""))
                .isEqualTo(new Refused(
                        Optional.of(UsernameProblem.FIRST_CHARACTER), Optional.of(PasswordProblem.TOO_SHORT), false));
        assertThat(accounts.signUp("admin", "passwordpassword", ""))
                .isEqualTo(
                        new Refused(Optional.of(UsernameProblem.RESERVED), Optional.of(PasswordProblem.COMMON), false));
        assertThat(accounts.signUp("", "", ""))
                .isEqualTo(
                        new Refused(Optional.of(UsernameProblem.MISSING), Optional.of(PasswordProblem.MISSING), false));
        assertThat(names()).isEmpty();
    }

    @Test
    void aPasswordThatOnlyLooksLikeTheNameToTheServerIsRefusedByIt() {
        assertThat(accounts.signUp("Good-Dog-Bella", "good-dog-bella!!", ""))
                .isEqualTo(new Refused(Optional.empty(), Optional.of(PasswordProblem.LIKE_USERNAME), false));
    }

    @Test
    void badInputOfAnyKindIsRefused() {
        for (String name : List.of("\u0000", "rex\u0000", "\uD83D", "'; drop table users; --", "r".repeat(1 << 20))) {
            assertThat(accounts.signUp(name, Dogs.PASSWORD, "\u0000")).isInstanceOf(Refused.class);
        }
        for (String password : List.of("\uD83D".repeat(20), "r".repeat(1 << 20))) {
            assertThat(accounts.signUp("rex", password, "")).isInstanceOf(Refused.class);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void thePasswordIsStoredAsItsHashAlone() {
        new Dogs(accounts).signUp("rex");

        assertThat(jdbc.sql("select password_hash from users where username = 'rex'")
                        .query(String.class)
                        .single())
                .startsWith("{argon2}$argon2id$")
                .doesNotContain("correct", "horse");
    }

    @Test
    void theFirstBecomesAdministratorAndNobodyElse() {
        Viewer rex = new Dogs(accounts).signUp("rex");
        Viewer bella = new Dogs(accounts).signUp("bella");

        assertThat(rex.role()).isEqualTo(Role.ADMIN);
        assertThat(bella.role()).isEqualTo(Role.USER);
        assertThat(accounts.authenticate("rex", Dogs.PASSWORD).viewer()).contains(rex);
        assertThat(accounts.authenticate("bella", Dogs.PASSWORD).viewer()).contains(bella);
    }

    @Test
    void ofAHundredWhoWantOneNameAtOnceOneGetsIt() {
        new Dogs(accounts).signUp("the-first-of-all");
        AccountService together = storingAllAtOnce(100);

        List<SignUpResult> results = AtOnce.run(100, i -> together.signUp("rex", Dogs.PASSWORD, ""));

        assertThat(results).filteredOn(SignedUp.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(TAKEN::equals).hasSize(99);
        assertThat(names()).containsExactlyInAnyOrder("rex", "the-first-of-all");
    }

    @Test
    void ofAHundredWhoAreFirstAtOnceOneBecomesAdministrator() {
        AccountService together = storingAllAtOnce(100);

        List<SignUpResult> results = AtOnce.run(100, i -> together.signUp("dog-" + i, Dogs.PASSWORD, ""));

        assertThat(results).hasOnlyElementsOfType(SignedUp.class);
        assertThat(names()).hasSize(100);
        List<@Nullable String> administrators = jdbc.sql("select username from users where role = 'ADMIN'")
                .query(String.class)
                .list();
        assertThat(administrators).hasSize(1);
        assertThat(jdbc.sql("select u.username from installation i join users u on u.id = i.administrator_id")
                        .query(String.class)
                        .list())
                .isEqualTo(administrators);
    }

    @Test
    void ofAHundredWhoAreFirstWithOneNameOneIsHere() {
        AccountService together = storingAllAtOnce(100);

        List<SignUpResult> results = AtOnce.run(100, i -> together.signUp("rex", Dogs.PASSWORD, ""));

        assertThat(results).filteredOn(TAKEN::equals).hasSize(99);
        assertThat(accounts.authenticate("rex", Dogs.PASSWORD)
                        .viewer()
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void whoGetsNoTurnForHashingIsNotHalfHere() {
        PasswordHashing stopped = new PasswordHashing();
        stopped.destroy();

        assertThatExceptionOfType(HashingBusy.class)
                .isThrownBy(() -> with(stopped).signUp("rex", Dogs.PASSWORD, ""));

        assertThat(names()).isEmpty();
        assertThat(accounts.signUp("rex", Dogs.PASSWORD, "")).isInstanceOf(SignedUp.class);
    }

    /** The real thing, but nobody is stored before everybody's password is hashed: that is when they race. */
    private AccountService storingAllAtOnce(int people) {
        String hash = hashing.hash(Password.of(Dogs.PASSWORD).orElseThrow());
        CyclicBarrier everybodyIsHashed = new CyclicBarrier(people);
        return with(new PasswordHashing(1, 1, Duration.ofMinutes(1)) {
            @Override
            public String hash(Password password) {
                AtOnce.awaitOthers(everybodyIsHashed);
                return hash;
            }
        });
    }

    private AccountService with(PasswordHashing otherHashing) {
        return new AccountService(
                repository,
                formerNames,
                installation,
                setupCode,
                passwords,
                otherHashing,
                writeConditions,
                events,
                transaction,
                clock);
    }

    private List<@Nullable String> names() {
        return jdbc.sql("select username from users").query(String.class).list();
    }
}
