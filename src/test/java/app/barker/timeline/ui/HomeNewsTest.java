package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Viewer;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pill on Home counts: what Home would show, and nothing else. */
class HomeNewsTest extends FeedViewTest {

    @BeforeEach
    void rexIsAtHome() {
        openHome();
    }

    @Test
    void newsAreCountedAndShownOnlyWhenAskedFor() {
        long found = barking.bark(bella, "Ball found");
        awaitNewer(1);
        assertThat(shown()).isEmpty();

        call(feed(), "showNewer");

        assertThat(newer()).isZero();
        assertThat(shown()).containsExactly(found);
    }

    @Test
    void onesOwnBarkIsNoNews() {
        post("Ball lost");
        barking.bark(rex, "Lost from another tab");
        reactions.rebark(rex, barking.bark(bella, "Ball found"));

        waitUntilAllIsTold();

        assertThat(newer()).isEqualTo(1);
    }

    @Test
    void aDeletedBarkIsNoNewsAnyMore() {
        long regretted = barking.bark(bella, "I ate the couch");
        awaitNewer(1);

        barks.delete(bella, regretted);

        awaitNewer(0);
    }

    @Test
    void aRebarkThatIsTakenBackIsNoNewsAnyMore() {
        follow(bella);
        long ofOtto = barking.bark(otto, "From Otto");
        reactions.rebark(bella, ofOtto);
        awaitNewer(1);

        reactions.undoRebark(bella, ofOtto);

        awaitNewer(0);
    }

    @Test
    void whoFollowsNobodyHearsOfEveryoneButOfNoRebarks() {
        long ofBella = barking.bark(bella, "From Bella");
        barking.bark(otto, "From Otto");
        reactions.rebark(otto, ofBella);

        waitUntilAllIsTold();

        assertThat(newer()).isEqualTo(2);
    }

    @Test
    void whoFollowsSomebodyHearsOfThemAndWhatTheyPassOnAlone() {
        follow(bella);
        long ofOtto = barking.bark(otto, "From Otto");
        waitUntilAllIsTold();
        assertThat(newer()).isZero();

        reactions.rebark(bella, ofOtto);
        awaitNewer(1);
        long ofBella = barking.bark(bella, "From Bella");
        awaitNewer(2);

        call(feed(), "showNewer");
        assertThat(shown()).containsExactly(ofBella, ofOtto);
    }

    @Test
    void whoFollowsSomebodyOnAnOpenPageIsCountedForByThat() {
        barking.bark(otto, "From Otto");
        barking.bark(bella, "From Bella");
        awaitNewer(2);

        follows.follow(rex, bella.username());
        barking.bark(otto, "Again from Otto");

        awaitNewer(1);
    }

    @Test
    void aMutedPersonIsNoNewsAndNeitherIsWhatOthersPassOnOfThem() {
        follow(bella);
        follow(otto);
        barking.bark(bella, "Before");
        awaitNewer(1);

        mutes.mutePerson(rex, bella.username(), Optional.empty());
        reactions.rebark(otto, barking.bark(bella, "After"));
        waitUntilAllIsTold();

        assertThat(newer()).isZero();
        mutes.unmutePerson(rex, bella.username());
        doorbell.ring();
        awaitNewer(3);
    }

    @Test
    void aMutedWordIsNoNews() {
        barking.bark(bella, "About CATS");
        awaitNewer(1);

        mutes.muteWord(rex, "cats", Optional.empty());
        barking.bark(otto, "Cats, too");
        waitUntilAllIsTold();
        assertThat(newer()).isZero();

        barking.bark(bella, "About dogs");
        awaitNewer(1);
    }

    @Test
    void onesOwnWordsAreNewsAlsoWhereOneHasMutedThem() {
        long first = barking.bark(bella, "First");
        long ofRex = barking.bark(rex, "About cats");
        follow(bella);
        mutes.muteWord(rex, "cats", Optional.empty());
        open("?from=" + first);
        assertThat(newer()).isEqualTo(1);

        reactions.rebark(bella, ofRex);

        awaitNewer(2);
    }

    @Test
    void aMutedThreadIsNoNews() {
        long first = barking.bark(bella, "First");
        openHome();
        long answer = barking.reply(otto, first, "Answer");
        awaitNewer(1);

        mutes.muteThread(rex, first, Optional.empty());
        barking.reply(bella, answer, "Answer to the answer");
        waitUntilAllIsTold();
        assertThat(newer()).isZero();

        barking.bark(bella, "Elsewhere");
        awaitNewer(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void acrossABlockThereIsNoNewsWhoeverBlocked(boolean byReader) {
        follow(otto);
        follow(bella);
        barking.bark(bella, "Before");
        awaitNewer(1);

        if (byReader) {
            blocks.block(rex, bella.username());
        } else {
            blocks.block(bella, rex.username());
        }
        reactions.rebark(otto, barking.bark(bella, "After"));
        waitUntilAllIsTold();
        assertThat(newer()).isZero();

        barking.bark(otto, "From Otto");
        awaitNewer(1);
    }

    @Test
    void aRingThatComesLateAnnouncesNothingThatIsShown() {
        // Looked for before: to look for something lets those in who wait for the page.
        var page = feed();
        long found = barking.bark(bella, "Ball found");
        waitForTheBell();

        call(page, "showNewer");
        letOthersIn();

        assertThat(shown()).containsExactly(found);
        assertThat(newer()).isZero();
    }

    @Test
    void aPageThatIsLeftHearsNothingMore() {
        barking.bark(bella, "Ball found");
        awaitNewer(1);
        var left = feed();

        open("no/such/page");
        barking.bark(bella, "And lost again");
        waitUntilAllIsTold();

        assertThat(left.getElement().getProperty("newer", -1)).isEqualTo(1);
    }

    private void follow(Viewer person) {
        follows.follow(rex, person.username());
        openHome();
    }

    private void openHome() {
        logIn(rex);
        navigate(HomeView.class);
    }
}
