package app.barker.follow;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestDatabase;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ReadersTest {

    @Autowired
    Readers readers;

    @Autowired
    FollowService follows;

    @Autowired
    BlockService blocks;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Viewer rex;
    private Viewer bella;

    @BeforeEach
    void twoDogs() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
    }

    @Test
    void rulesAreReadOnceUntilTheyChange() {
        ReaderRules first = readers.rulesOf(rex);
        assertThat(first.readerId()).isEqualTo(rex.id());
        assertThat(readers.rulesOf(rex)).isSameAs(first);

        follows.follow(rex, bella.username());

        ReaderRules second = readers.rulesOf(rex);
        assertThat(second).isNotSameAs(first);
        assertThat(readers.rulesOf(rex)).isSameAs(second);
        assertThat(first.follows(bella.id())).as("what somebody still holds").isFalse();
    }

    @Test
    void whatChangesNothingDropsNothing() {
        follows.follow(rex, bella.username());
        ReaderRules rules = readers.rulesOf(rex);

        follows.follow(rex, bella.username());
        follows.unfollow(rex, "nobody-at-all");
        blocks.unblock(rex, bella.username());

        assertThat(readers.rulesOf(rex)).isSameAs(rules);
    }

    @Test
    void aTransactionSeesItsOwnChangesAndNobodyElseDoes() {
        ReaderRules before = readers.rulesOf(rex);

        transaction.executeWithoutResult(tx -> {
            follows.follow(rex, bella.username());

            assertThat(readers.rulesOf(rex).follows(bella.id())).isTrue();
            assertThat(CompletableFuture.supplyAsync(() -> readers.rulesOf(rex)).join())
                    .isSameAs(before);
        });

        assertThat(readers.rulesOf(rex).follows(bella.id())).isTrue();
    }

    @Test
    void whatIsRolledBackHasNeverBeen() {
        transaction.executeWithoutResult(tx -> {
            follows.follow(rex, bella.username());
            assertThat(readers.rulesOf(rex).follows(bella.id())).isTrue();
            tx.setRollbackOnly();
        });

        assertThat(readers.rulesOf(rex).follows(bella.id())).isFalse();
    }

    @Test
    void rulesThatWereReadBeforeAChangeAreNotKept() {
        CyclicBarrier meeting = new CyclicBarrier(2);
        Readers slow = new Readers(new RelationTables(jdbc) {
            @Override
            ReaderRules rulesOf(long readerId) {
                ReaderRules rules = super.rulesOf(readerId);
                if (!rules.followsAnyone()) {
                    AtOnce.awaitOthers(meeting);
                    AtOnce.awaitOthers(meeting);
                }
                return rules;
            }
        });
        CompletableFuture<ReaderRules> reader = CompletableFuture.supplyAsync(() -> slow.rulesOf(rex));
        AtOnce.awaitOthers(meeting);

        follows.follow(rex, bella.username());
        slow.drop(new RelationsChanged(rex.id()));
        AtOnce.awaitOthers(meeting);

        assertThat(reader.join().follows(bella.id())).as("asked before").isFalse();
        assertThat(slow.rulesOf(rex).follows(bella.id())).isTrue();
    }

    @RepeatedTest(20)
    void whoeverReadsWhileOthersWriteKnowsTheLatestInTheEnd() {
        AtOnce.run(40, i -> {
            switch (i % 4) {
                case 0 -> follows.follow(rex, bella.username());
                case 1 -> follows.unfollow(rex, bella.username());
                default ->
                    assertThat(readers.rulesOf(rex).isBlocked(bella.id())).isFalse();
            }
            return i;
        });

        assertThat(readers.rulesOf(rex).follows(bella.id())).isEqualTo(followStands());
    }

    @RepeatedTest(20)
    void aBlockThatHasReturnedIsKnown() {
        AtOnce.run(20, i -> {
            if (i == 0) {
                blocks.block(rex, bella.username());
                assertThat(readers.rulesOf(rex).isBlocked(bella.id())).isTrue();
                assertThat(readers.rulesOf(bella).isBlocked(rex.id())).isTrue();
            }
            return readers.rulesOf(i % 2 == 0 ? rex : bella);
        });

        assertThat(readers.rulesOf(rex).isBlocked(bella.id())).isTrue();
        assertThat(readers.rulesOf(bella).isBlocked(rex.id())).isTrue();
    }

    @Test
    void fiveThousandFolloweesAreFortyKilobytes() {
        String pack = UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("insert into users (username, password_hash, role, created_at)"
                        + " select 'pup-' || :pack || '-' || n.id, '-', 'USER', :now from ("
                        + numbersTo(5_000) + ") n")
                .param("pack", pack)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("insert into follows (follower_id, followee_id, created_at)"
                        + " select :rex, id, :now from users where username like 'pup-' || :pack || '%'")
                .param("rex", rex.id())
                .param("pack", pack)
                .param("now", Timestamp.from(clock.instant()))
                .update();

        ReaderRules rules = readers.rulesOf(rex);

        assertThat(rules.bytes()).isLessThan(41_000);
        assertThat(jdbc.sql("select id from users where username like 'pup-' || ? || '%'")
                        .param(pack)
                        .query(Long.class)
                        .list())
                .hasSize(5_000)
                .allMatch(rules::follows);
        assertThat(rules.follows(bella.id())).isFalse();
    }

    private static String numbersTo(int count) {
        return TestDatabase.isPostgres()
                ? "select generate_series(1, " + count + ") as id"
                : "select x as id from system_range(1, " + count + ")";
    }

    private boolean followStands() {
        return jdbc.sql("select count(*) from follows where follower_id = ? and followee_id = ?")
                        .params(rex.id(), bella.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
