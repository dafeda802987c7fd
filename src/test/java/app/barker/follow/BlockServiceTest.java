package app.barker.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class BlockServiceTest {

    @Autowired
    BlockService blocks;

    @Autowired
    FollowService follows;

    @Autowired
    Readers readers;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

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
    void aBlockHidesBothFromEachOtherAndNobodyElse() {
        assertHidden(rex, bella, false);

        blocks.block(rex, bella.username());

        assertHidden(rex, bella, true);
        assertHidden(rex, luna, false);
        assertHidden(bella, luna, false);
    }

    @Test
    void nobodyIsHiddenFromThemselves() {
        blocks.block(rex, bella.username());

        assertThat(readers.rulesOf(rex).hidesPerson(rex.id(), clock.instant())).isFalse();
        assertThat(blocks.between(rex.id(), rex.id())).isFalse();
    }

    @Test
    void aBlockEndsTheFollowsBetweenTheTwo() {
        follows.follow(rex, bella.username());
        follows.follow(bella, rex.username());
        follows.follow(luna, bella.username());
        follows.follow(bella, luna.username());

        blocks.block(rex, bella.username());

        assertThat(followsBetween(rex, bella)).isZero();
        assertThat(readers.rulesOf(rex).follows(bella.id())).isFalse();
        assertThat(readers.rulesOf(bella).follows(rex.id())).isFalse();
        assertThat(followsBetween(luna, bella)).as("a third person's").isEqualTo(2);
    }

    @Test
    void nobodyFollowsAcrossABlock() {
        follows.follow(bella, rex.username());
        follows.unfollow(bella, rex.username());

        blocks.block(rex, bella.username());

        assertThatExceptionOfType(PersonNotFound.class).isThrownBy(() -> follows.follow(bella, rex.username()));
        assertThatExceptionOfType(PersonNotFound.class).isThrownBy(() -> follows.follow(rex, bella.username()));
        assertThat(followsBetween(rex, bella)).isZero();
    }

    @Test
    void aBlockThatIsTakenBackIsGoneAndTheFollowsStayGone() {
        follows.follow(rex, bella.username());
        blocks.block(rex, bella.username());
        blocks.block(rex, bella.username());

        blocks.unblock(rex, bella.username());
        blocks.unblock(rex, bella.username());

        assertHidden(rex, bella, false);
        assertThat(followsBetween(rex, bella)).isZero();
        follows.follow(bella, rex.username());
    }

    @Test
    void whoIsBlockedCannotTakeTheBlockBack() {
        blocks.block(rex, bella.username());
        assertThat(blocks.blockedBy(bella)).isEmpty();

        blocks.unblock(bella, rex.username());
        blocks.unblock(luna, bella.username());

        assertHidden(rex, bella, true);
    }

    @Test
    void whoIsBlockedMayBlockBackAndStaysHiddenUntilBothHaveTakenItBack() {
        blocks.block(rex, bella.username());
        blocks.block(bella, rex.username());

        blocks.unblock(rex, bella.username());
        assertHidden(rex, bella, true);

        blocks.unblock(bella, rex.username());
        assertHidden(rex, bella, false);
    }

    @Test
    void eachSeesWhomTheyHaveBlockedAndNobodyElse() {
        Instant before = clock.instant();
        blocks.block(rex, bella.username());
        blocks.block(rex, luna.username());
        jdbc.sql("update users set display_name = 'Bella of the Hill' where id = ?")
                .param(bella.id())
                .update();

        assertThat(blocks.blockedBy(rex))
                .extracting(BlockedPerson::username, BlockedPerson::displayName)
                .containsExactly(tuple(luna.username(), luna.username()), tuple(bella.username(), "Bella of the Hill"));
        assertThat(blocks.blockedBy(rex)).allMatch(person -> !person.since().isBefore(before));
        assertThat(blocks.blockedBy(bella)).isEmpty();
        assertThat(blocks.blockedBy(luna)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nobody-at-all", "\u0000", "\uD83D", "'; delete from blocks; --", "%"})
    void aNameThatNobodyHasLeadsToNobody(String name) {
        for (String typed : List.of(name, name + "r".repeat(1 << 20))) {
            assertThatExceptionOfType(PersonNotFound.class).isThrownBy(() -> blocks.block(rex, typed));
            blocks.unblock(rex, typed);
        }
        assertThat(blocks.blockedBy(rex)).isEmpty();
    }

    @Test
    void nobodyBlocksThemselves() {
        assertThatExceptionOfType(PersonNotFound.class).isThrownBy(() -> blocks.block(rex, rex.username()));
        blocks.unblock(rex, rex.username());
    }

    @Test
    void whoseAccountIsGoneBlocksNobody() {
        Viewer ghost = new Viewer(Long.MAX_VALUE, "ghost", Role.ADMIN);

        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> blocks.block(ghost, rex.username()));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> blocks.unblock(ghost, rex.username()));
        assertThat(blocks.blockedBy(ghost)).isEmpty();
    }

    @RepeatedTest(3)
    void aHundredFollowsAndABlockAtOnceLeaveNoFollowBehind() {
        AtOnce.run(101, i -> {
            if (i == 50) {
                blocks.block(rex, bella.username());
            } else {
                followIfPossible(i % 2 == 0 ? rex : bella, i % 2 == 0 ? bella : rex);
            }
            return i;
        });

        assertThat(blocks.between(rex.id(), bella.id())).isTrue();
        assertThat(followsBetween(rex, bella)).isZero();
        assertThat(readers.rulesOf(rex).follows(bella.id())).isFalse();
        assertThat(readers.rulesOf(bella).follows(rex.id())).isFalse();
    }

    @RepeatedTest(10)
    void twoWhoFollowAndBlockEachOtherAtOnceDoNotWaitForEver() {
        AtOnce.run(24, i -> {
            Viewer me = i % 2 == 0 ? rex : bella;
            Viewer other = i % 2 == 0 ? bella : rex;
            switch (i / 2 % 4) {
                case 0, 1 -> followIfPossible(me, other);
                case 2 -> blocks.block(me, other.username());
                default -> blocks.unblock(me, other.username());
            }
            return i;
        });

        boolean blocked = blocks.between(rex.id(), bella.id());
        assertHidden(rex, bella, blocked);
        assertThat(blocked && followsBetween(rex, bella) > 0).isFalse();
    }

    @Test
    void fiftyBlocksOfOnePersonAtOnceAreOne() {
        AtOnce.run(50, i -> {
            blocks.block(rex, bella.username());
            return i;
        });

        assertThat(blocks.blockedBy(rex)).hasSize(1);
    }

    private void followIfPossible(Viewer me, Viewer other) {
        try {
            follows.follow(me, other.username());
        } catch (PersonNotFound blocked) {
            assertThat(blocked).hasMessageContaining("Nobody");
        }
    }

    private void assertHidden(Viewer one, Viewer other, boolean hidden) {
        Instant now = clock.instant();
        assertThat(blocks.between(one.id(), other.id())).isEqualTo(hidden);
        assertThat(blocks.between(other.id(), one.id())).isEqualTo(hidden);
        assertThat(readers.rulesOf(one).isBlocked(other.id())).isEqualTo(hidden);
        assertThat(readers.rulesOf(other).isBlocked(one.id())).isEqualTo(hidden);
        assertThat(readers.rulesOf(one).hidesPerson(other.id(), now)).isEqualTo(hidden);
        assertThat(readers.rulesOf(other).hidesPerson(one.id(), now)).isEqualTo(hidden);
    }

    private int followsBetween(Viewer one, Viewer other) {
        return jdbc.sql("""
                        select count(*) from follows
                        where follower_id in (:both) and followee_id in (:both)
                        """)
                .param("both", List.of(one.id(), other.id()))
                .query(Integer.class)
                .single();
    }
}
