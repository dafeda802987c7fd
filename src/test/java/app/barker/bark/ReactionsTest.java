package app.barker.bark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.follow.BlockService;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.timeline.Timeline;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ReactionsTest {

    @Autowired
    Reactions reactions;

    @Autowired
    BarkService barks;

    @Autowired
    Timeline timeline;

    @Autowired
    BlockService blocks;

    @Autowired
    AccountService accounts;

    Viewer rex;
    Viewer bella;
    Viewer otto;
    long bark;

    @BeforeEach
    void rexHasBarked() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        otto = new Dogs(accounts).signUp("otto-" + unique);
        bark = new Barking(barks).bark(rex, "Ball found");
    }

    @Test
    void aLikeCountsOnceAndIsTheReadersOwnMark() {
        reactions.like(bella, bark);
        reactions.like(bella, bark);
        reactions.like(otto, bark);

        assertThat(seenBy(bella).counts().likes()).isEqualTo(2);
        assertThat(seenBy(bella).marks().liked()).isTrue();
        assertThat(seenBy(rex).marks().liked()).isFalse();

        reactions.unlike(bella, bark);
        reactions.unlike(bella, bark);

        assertThat(seenBy(bella).counts().likes()).isEqualTo(1);
        assertThat(seenBy(bella).marks().liked()).isFalse();
    }

    @Test
    void aRebarkBringsTheBarkToTheRebarkersProfileAndCanBeUndone() {
        reactions.rebark(bella, bark);
        reactions.rebark(bella, bark);

        assertThat(seenBy(bella).counts().rebarks()).isEqualTo(1);
        assertThat(seenBy(bella).marks().rebarked()).isTrue();
        assertThat(timeline.barksOf(otto, bella.id(), Timeline.NEWEST, 20).barks())
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.id()).isEqualTo(bark);
                    assertThat(card.author().username()).isEqualTo(rex.username());
                    assertThat(card.rebarkedBy()).map(BarkCard.Author::username).contains(bella.username());
                });

        reactions.undoRebark(bella, bark);

        assertThat(seenBy(bella).counts().rebarks()).isZero();
        assertThat(timeline.barksOf(otto, bella.id(), Timeline.NEWEST, 20).barks())
                .isEmpty();
    }

    @Test
    void theIdOfARebarkLeadsNowhere() {
        reactions.rebark(bella, bark);
        long entry = timeline.barksOf(otto, bella.id(), Timeline.NEWEST, 20)
                .barks()
                .getFirst()
                .entryId();
        assertThat(entry).isNotEqualTo(bark);

        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> reactions.like(otto, entry));
        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> reactions.rebark(otto, entry));
        assertThatThrownBy(() -> barks.delete(bella, entry)).isInstanceOf(NotYourBark.class);
        assertThat(timeline.card(otto, entry)).isEmpty();
    }

    @Test
    void aDeletedBarkTakesItsLikesAndRebarksAlong() {
        reactions.like(bella, bark);
        reactions.rebark(bella, bark);

        barks.delete(rex, bark);

        assertThat(timeline.barksOf(otto, bella.id(), Timeline.NEWEST, 20).barks())
                .isEmpty();
        assertThat(timeline.likesOf(otto, bella.id(), Timeline.NEWEST, 20).barks())
                .isEmpty();
    }

    @Test
    void twentyClicksAtOnceAreOneLikeAndOneRebark() {
        AtOnce.run(20, i -> {
            reactions.like(bella, bark);
            reactions.rebark(bella, bark);
            return i;
        });

        assertThat(seenBy(otto).counts()).isEqualTo(new BarkCounts(0, 1, 1));
    }

    @Test
    void likingAndDeletingAtTheSameMomentEndWell() {
        AtOnce.run(20, i -> {
            try {
                if (i == 10) {
                    barks.delete(rex, bark);
                } else {
                    reactions.like(i % 2 == 0 ? bella : otto, bark);
                }
            } catch (BarkNotFound gone) {
                return false;
            }
            return true;
        });

        assertThat(timeline.card(otto, bark)).isEmpty();
    }

    @Test
    void theNewestLikeComesFirst() {
        long later = new Barking(barks).bark(rex, "Another ball");
        reactions.like(bella, later);
        reactions.like(bella, bark);

        assertThat(timeline.likesOf(otto, bella.id(), Timeline.NEWEST, 20).barks())
                .extracting(BarkCard::id)
                .containsExactly(bark, later);
    }

    @Test
    void oneBarkOfOnesOwnIsPinned() {
        long other = new Barking(barks).bark(rex, "Another ball");
        assertThat(timeline.pinnedBy(bella, rex.id())).isEmpty();

        reactions.pin(rex, bark);
        reactions.pin(rex, other);
        assertThat(timeline.pinnedBy(bella, rex.id())).map(BarkCard::id).contains(other);

        reactions.unpin(rex, other);
        assertThat(timeline.pinnedBy(bella, rex.id())).isEmpty();
    }

    @Test
    void nobodyPinsABarkOfSomebodyElse() {
        assertThat(timeline.card(bella, bark)).isPresent();

        assertThatThrownBy(() -> reactions.pin(bella, bark)).isInstanceOf(NotYourBark.class);

        assertThat(timeline.pinnedBy(otto, bella.id())).isEmpty();
    }

    @Test
    void whoIsBlockedNeitherLikesNorRebarks() {
        reactions.like(bella, bark);

        blocks.block(rex, bella.username());

        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> reactions.like(bella, bark));
        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> reactions.rebark(bella, bark));
        reactions.like(otto, bark);
    }

    @Test
    void whoseAccountIsGoneDoesNothing() {
        Viewer ghost = new Viewer(Long.MAX_VALUE, "ghost", Role.ADMIN);

        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> reactions.like(ghost, bark));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> reactions.rebark(ghost, bark));
    }

    private BarkCard seenBy(Viewer reader) {
        return timeline.card(reader, bark).orElseThrow();
    }
}
