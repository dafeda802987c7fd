package app.barker.bark;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.signin.OpenSignIns;
import app.barker.signin.OwnAccount;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.CountedStatements;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of barks whose author closes the account and takes them along. */
@DatabaseTest
class BarksOfClosedAccountsTest {

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    OwnAccount account;

    @Autowired
    AccountService accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    CountedStatements statements;

    @Autowired
    JdbcClient jdbc;

    private Barking barking;
    private Viewer bella;
    private Viewer rex;

    /** Bella comes first: whoever is the only administrator cannot leave. */
    @BeforeEach
    void twoDogs() {
        barking = new Barking(barks);
        bella = signUp("bella");
        rex = signUp("rex");
    }

    private Viewer signUp(String dog) {
        return new Dogs(accounts)
                .signUp(dog + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void allThatTheySaidGoesAndAllThatHangsOnIt() {
        long said = barking.bark(rex, "The code is 4711, @" + bella.username() + " #secret");
        barks.edit(rex, said, new BarkText("The code was 4711, @" + bella.username() + " #secret"), Optional.empty());
        reactions.pin(rex, said);
        reactions.like(bella, said);
        reactions.rebark(bella, said);
        long quoting = barking.quote(bella, said, "Look at this");

        close(true);

        assertThat(barksOf(rex)).isZero();
        assertThat(barksOf(bella)).as("the quote, and no rebark").isEqualTo(1);
        for (String table : List.of("bark_versions", "likes", "mentions", "tags", "pins", "tombstones")) {
            assertThat(count("select count(*) from " + table + " where bark_id = " + said))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from barks where quoted_id is null and id = " + quoting))
                .isEqualTo(1);
    }

    @Test
    void whatTheyLikedAndPassedOnStaysWithoutThem() {
        long hers = barking.bark(bella, "Woof");
        reactions.like(rex, hers);
        reactions.rebark(rex, hers);

        close(true);

        assertThat(barksOf(rex)).isZero();
        assertThat(barksOf(bella)).isEqualTo(1);
        assertThat(count("select count(*) from likes where bark_id = " + hers)).isZero();
    }

    @Test
    void tombstonesStandWhereOthersHaveAnsweredAndOnTheWayThere() {
        long first = barking.bark(rex, "Where is the ball?");
        long second = barking.reply(rex, first, "I looked behind the couch");
        long answer = barking.reply(bella, second, "It is in the garden");
        long thanks = barking.reply(rex, answer, "Thank you");
        long alone = barking.bark(rex, "Never mind");
        long more = barking.reply(rex, alone, "Really");

        close(true);

        assertThat(jdbc.sql("select bark_id from tombstones where bark_id in (:ids) order by bark_id")
                        .param("ids", List.of(first, second, thanks, alone, more))
                        .query(Long.class)
                        .list())
                .containsExactly(first, second);
        assertThat(count("select parent_id from tombstones where bark_id = " + second))
                .isEqualTo(first);
        assertThat(count("select root_id from tombstones where bark_id = " + second))
                .isEqualTo(first);
    }

    @Test
    void answersAtTheSameMomentKeepTheirPlace() {
        long bark = barking.bark(rex, "Who comes along?");
        SignedIn me = open();

        List<Boolean> answered = AtOnce.run(12, i -> {
            if (i == 6) {
                account.close(me, true);
                return false;
            }
            try {
                barking.reply(bella, bark, "I do " + i);
                return true;
            } catch (BarkNotFound gone) {
                return false;
            }
        });

        boolean any = answered.contains(true);
        assertThat(count("select count(*) from tombstones where bark_id = " + bark))
                .isEqualTo(any ? 1 : 0);
    }

    @Test
    void staysWhereItIsWhenTheyWantThat() {
        long hers = barking.bark(bella, "Woof");
        reactions.like(rex, hers);
        barking.bark(rex, "Good-bye");

        close(false);

        assertThat(barksOf(rex)).isEqualTo(1);
        assertThat(count("select count(*) from likes where bark_id = " + hers)).isEqualTo(1);
    }

    @Test
    void aThousandTakeNoMoreStatementsThanOne() {
        barking.bark(rex, "One");
        long forOne = statements.during(() -> close(true));
        rex = signUp("rex");
        for (int i = 0; i < 1_000; i++) {
            jdbc.sql("insert into barks (author_id, text, post_key, created_at) values (?, ?, ?, now())")
                    .params(rex.id(), "Bark " + i, UUID.randomUUID())
                    .update();
        }

        assertThat(statements.during(() -> close(true))).isEqualTo(forOne);
        assertThat(barksOf(rex)).isZero();
    }

    private void close(boolean withBarks) {
        account.close(open(), withBarks);
    }

    private SignedIn open() {
        return new OpenSignIns(signIns, jdbc).open(rex, OpenSignIns.OFFICE);
    }

    private long barksOf(Viewer dog) {
        return count("select count(*) from barks where author_id = " + dog.id());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
