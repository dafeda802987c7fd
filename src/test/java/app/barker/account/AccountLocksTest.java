package app.barker.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestDatabase;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class AccountLocksTest {

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Viewer rex;
    private Viewer bella;
    private Viewer luna;

    @BeforeEach
    void threeDogs() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        luna = new Dogs(accounts).signUp("luna-" + unique);
    }

    @Test
    void whoIsLockedAloneIsLockedUntilTheTransactionEnds() {
        transaction.executeWithoutResult(tx -> {
            assertThat(accounts.lockAlone(bella, rex.id())).isTrue();

            assertThat(isFreeForWriting(bella)).isFalse();
            assertThat(isFreeForWriting(rex)).isFalse();
            assertThat(isFreeForWriting(luna)).isTrue();
        });

        assertThat(isFreeForWriting(bella)).isTrue();
        assertThat(isFreeForWriting(rex)).isTrue();
    }

    @Test
    void othersMayReferToWhoIsLocked() {
        transaction.executeWithoutResult(tx -> {
            accounts.lockAlone(bella, rex.id());

            elsewhere(() -> jdbc.sql(
                            "insert into mutes (account_id, muted_id, created_at) values (?, ?, current_timestamp)")
                    .params(luna.id(), rex.id())
                    .update());
        });
    }

    @Test
    void writersShareTheirAccountOnPostgres() {
        transaction.executeWithoutResult(tx -> {
            accounts.lockForWriting(rex);

            assertThat(isFreeForWriting(rex)).isEqualTo(TestDatabase.isPostgres());
        });
    }

    @Test
    void whoDoesNotStandIsToldApart() {
        Viewer ghost = new Viewer(Long.MAX_VALUE, "ghost", Role.USER);

        transaction.executeWithoutResult(tx -> {
            assertThat(accounts.lockAlone(rex, ghost.id())).isFalse();
            assertThat(accounts.lockAlone(rex, rex.id())).isTrue();
        });
        assertThatExceptionOfType(AccountGone.class)
                .isThrownBy(() -> transaction.executeWithoutResult(tx -> accounts.lockAlone(ghost, rex.id())));
    }

    @Test
    void nothingIsLockedOutsideOfATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> accounts.lockAlone(rex));
    }

    @Test
    void aPersonIsFoundByName() {
        Person expected = new Person(rex.id(), rex.username());

        assertThat(accounts.find(rex.username())).contains(expected);
        assertThat(accounts.find(rex.username().toUpperCase(Locale.ROOT))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "nobody-at-all", "\u0000", "rex\u0000", "\uD83D", "' or '1' = '1", "%", "\u212Aira"})
    void nobodyIsFoundByWhatIsNoName(String name) {
        assertThat(accounts.find(name)).isEmpty();
        assertThat(accounts.find(name + "r".repeat(1 << 20))).isEmpty();
    }

    private boolean isFreeForWriting(Viewer person) {
        String lock = TestDatabase.isPostgres() ? "for share" : "for update";
        return elsewhere(() -> jdbc.sql("select id from users where id = ? " + lock + " skip locked")
                .param(person.id())
                .query(Long.class)
                .optional()
                .isPresent());
    }

    /** On another connection. */
    private static <T> T elsewhere(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action).join();
    }
}
