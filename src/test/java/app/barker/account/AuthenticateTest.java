package app.barker.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class AuthenticateTest {

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
    ObjectProvider<WriteCondition> writeConditions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Viewer rex;

    @BeforeEach
    void rexHasSignedUp() {
        rex = new Dogs(accounts).signUp(unique("rex"));
    }

    @Test
    void knowsThePersonByNameAndPassword() {
        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD).viewer())
                .contains(rex);
        assertThat(accounts.authenticate(rex.username().toUpperCase(Locale.ROOT), Dogs.PASSWORD)
                        .viewer())
                .contains(rex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "correct horse battery stapl",
                "correct horse battery staple ",
                "Correct horse battery staple",
                "correct horse battery staple\u0000",
                "\uD83D"
            })
    void refusesAWrongPassword(String wrong) {
        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD).viewer())
                .isPresent();

        assertThat(accounts.authenticate(rex.username(), wrong).viewer()).isEmpty();
    }

    @Test
    void refusesAPasswordThatIsTooLong() {
        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD.repeat(100_000))
                        .viewer())
                .isEmpty();
    }

    @Test
    void refusesAnUnknownName() {
        assertThat(accounts.authenticate(unique("bella"), Dogs.PASSWORD).viewer())
                .isEmpty();
        assertThat(accounts.authenticate(unique("bella"), "a password that nobody has")
                        .viewer())
                .as("the decoy's password")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "rex\u0000", "\uD83D", "' or '1' = '1", "%", "\u212Aira"})
    void refusesWhatIsNoName(String name) {
        assertThat(accounts.authenticate(name, Dogs.PASSWORD).viewer()).isEmpty();
        assertThat(accounts.authenticate(name + "r".repeat(1 << 20), Dogs.PASSWORD)
                        .viewer())
                .isEmpty();
    }

    @Test
    void anUnknownNameCostsAHashLikeAKnownOne() {
        PasswordHashing stopped = new PasswordHashing();
        stopped.destroy();
        AccountService withoutHashing = new AccountService(
                repository,
                formerNames,
                installation,
                setupCode,
                passwords,
                stopped,
                writeConditions,
                events,
                transaction,
                clock);

        for (String name : new String[] {rex.username(), unique("bella"), "no name", ""}) {
            for (String password : new String[] {Dogs.PASSWORD, "wrong", "", "\uD83D"}) {
                assertThatExceptionOfType(HashingBusy.class)
                        .as("@%s with '%s'", name, password)
                        .isThrownBy(() -> withoutHashing.authenticate(name, password));
            }
        }
    }

    @Test
    void renewsAnOldHashAtLogIn() {
        String name = unique("veteran");
        insert(name, "{bcrypt}" + new BCryptPasswordEncoder(4).encode("an old dog's password"));

        assertThat(accounts.authenticate(name, "a wrong one's password").viewer())
                .isEmpty();
        assertThat(hashOf(name)).startsWith("{bcrypt}");

        assertThat(accounts.authenticate(name, "an old dog's password").viewer())
                .isPresent();
        assertThat(hashOf(name)).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(accounts.authenticate(name, "an old dog's password").viewer())
                .isPresent();
        assertThat(accounts.authenticate(name, "a wrong one's password").viewer())
                .isEmpty();
    }

    @Test
    void leavesAnUpToDateHashAlone() {
        String before = hashOf(rex.username());

        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD).viewer())
                .isPresent();

        assertThat(hashOf(rex.username())).isEqualTo(before);
    }

    @Test
    void whoHadANameBeforeItWasReservedKeepsIt() {
        jdbc.sql("delete from users where username = 'webmaster'").update();
        insert("webmaster", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("an old dog's password"));
        assertThat(accounts.problemWithNewUsername("webmaster")).contains(UsernameProblem.RESERVED);

        assertThat(accounts.authenticate("webmaster", "an old dog's password").viewer())
                .isPresent();
    }

    private void insert(String username, String hash) {
        jdbc.sql("insert into users (username, password_hash, role, created_at) values (?, ?, 'USER', ?)")
                .param(username)
                .param(hash)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private String hashOf(String username) {
        return jdbc.sql("select password_hash from users where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private static String unique(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
