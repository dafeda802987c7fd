package app.barker.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.shared.LimitReached;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class FollowServiceTest {

    @Autowired
    FollowService follows;

    @Autowired
    BlockService blocks;

    @Autowired
    Readers readers;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

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
    void nobodyFollowsAnybodyAtFirst() {
        assertThat(readers.rulesOf(rex).followsAnyone()).isFalse();
        assertThat(readers.rulesOf(rex).follows(bella.id())).isFalse();
    }

    @Test
    void aFollowGoesOneWay() {
        follows.follow(rex, bella.username());

        assertThat(readers.rulesOf(rex).followsAnyone()).isTrue();
        assertThat(readers.rulesOf(rex).follows(bella.id())).isTrue();
        assertThat(readers.rulesOf(rex).follows(luna.id())).isFalse();
        assertThat(readers.rulesOf(bella).followsAnyone()).isFalse();
    }

    @Test
    void upperCaseIsNoOtherPerson() {
        follows.follow(rex, bella.username().toUpperCase(Locale.ROOT));

        assertThat(readers.rulesOf(rex).follows(bella.id())).isTrue();
    }

    @Test
    void toFollowAgainChangesNothing() {
        follows.follow(rex, bella.username());
        follows.follow(rex, bella.username());

        assertThat(followsOf(rex)).isEqualTo(1);
    }

    @Test
    void whoIsLetGoIsNotFollowedAnyMore() {
        follows.follow(rex, bella.username());
        follows.follow(rex, luna.username());

        follows.unfollow(rex, bella.username());
        follows.unfollow(rex, bella.username());

        assertThat(readers.rulesOf(rex).follows(bella.id())).isFalse();
        assertThat(readers.rulesOf(rex).follows(luna.id())).isTrue();
    }

    @Test
    void nobodyEndsAnothersFollow() {
        follows.follow(rex, bella.username());
        assertThat(luna.id()).isNotEqualTo(rex.id());

        follows.unfollow(luna, bella.username());
        follows.unfollow(bella, rex.username());

        assertThat(readers.rulesOf(rex).follows(bella.id())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nobody-at-all", "\u0000", "\uD83D", "'; delete from follows; --", "%"})
    void aNameThatNobodyHasLeadsToNobody(String name) {
        for (String typed : List.of(name, name + "r".repeat(1 << 20))) {
            assertThatExceptionOfType(PersonNotFound.class).isThrownBy(() -> follows.follow(rex, typed));
            follows.unfollow(rex, typed);
        }
        assertThat(followsOf(rex)).isZero();
    }

    @Test
    void nobodyFollowsThemselves() {
        assertThatExceptionOfType(PersonNotFound.class).isThrownBy(() -> follows.follow(rex, rex.username()));
        follows.unfollow(rex, rex.username());

        assertThat(followsOf(rex)).isZero();
    }

    @Test
    void aBlockIsNotTold() {
        blocks.block(rex, bella.username());
        String unknown = messageOfFollowing(rex, "nobody-at-all");

        assertThat(messageOfFollowing(rex, bella.username())).isEqualTo(unknown);
        assertThat(messageOfFollowing(bella, rex.username())).isEqualTo(unknown);
        assertThat(messageOfFollowing(rex, rex.username())).isEqualTo(unknown);
    }

    @Test
    void whoseAccountIsGoneFollowsNobody() {
        Viewer ghost = new Viewer(Long.MAX_VALUE, "ghost", Role.ADMIN);

        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> follows.follow(ghost, rex.username()));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> follows.unfollow(ghost, rex.username()));
    }

    @Test
    void aHundredFollowsOfOnePersonAtOnceAreOneAndCountOnce() {
        FollowService twiceAnHour = withLimit(2, new TestClock());

        AtOnce.run(100, i -> {
            twiceAnHour.follow(rex, bella.username());
            return i;
        });

        assertThat(followsOf(rex)).isEqualTo(1);
        twiceAnHour.follow(rex, luna.username());
        assertThat(followsOf(rex)).isEqualTo(2);
    }

    @Test
    void tooManyFollowsWithinAnHourWaitForItsEnd() {
        TestClock clock = new TestClock();
        FollowService onceAnHour = withLimit(1, clock);
        onceAnHour.follow(rex, bella.username());
        clock.advance(Duration.ofMinutes(20));

        assertThatExceptionOfType(LimitReached.class)
                .isThrownBy(() -> onceAnHour.follow(rex, luna.username()))
                .satisfies(refused -> assertThat(refused.untilNext()).isEqualTo(Duration.ofMinutes(40)));
        assertThat(readers.rulesOf(rex).follows(luna.id())).isFalse();
        assertThat(followsOf(rex)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(40));
        onceAnHour.follow(rex, luna.username());
        assertThat(followsOf(rex)).isEqualTo(2);
    }

    @Test
    void onlyNewFollowsCountForTheLimit() {
        FollowService twiceAnHour = withLimit(2, new TestClock());
        twiceAnHour.follow(rex, bella.username());
        twiceAnHour.follow(rex, bella.username());
        assertThatExceptionOfType(PersonNotFound.class).isThrownBy(() -> twiceAnHour.follow(rex, "nobody-at-all"));
        twiceAnHour.unfollow(rex, luna.username());

        twiceAnHour.follow(rex, luna.username());

        assertThat(followsOf(rex)).isEqualTo(2);
        twiceAnHour.unfollow(rex, luna.username());
        assertThatExceptionOfType(LimitReached.class)
                .as("to let go gives nothing back")
                .isThrownBy(() -> twiceAnHour.follow(rex, luna.username()));
    }

    @Test
    void theLimitIsOnePersons() {
        FollowService onceAnHour = withLimit(1, new TestClock());
        onceAnHour.follow(rex, bella.username());
        assertThatExceptionOfType(LimitReached.class).isThrownBy(() -> onceAnHour.follow(rex, luna.username()));

        onceAnHour.follow(luna, bella.username());
    }

    private FollowService withLimit(int followsPerHour, TestClock clock) {
        return new FollowService(
                accounts, blocks, jdbc, events, transaction, new FollowSettings(followsPerHour), clock);
    }

    private String messageOfFollowing(Viewer me, String username) {
        try {
            follows.follow(me, username);
        } catch (PersonNotFound refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError("Followed");
    }

    private int followsOf(Viewer person) {
        return jdbc.sql("select count(*) from follows where follower_id = ?")
                .param(person.id())
                .query(Integer.class)
                .single();
    }
}
