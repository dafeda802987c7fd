package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.BarkCounts;
import app.barker.bark.BarkText;
import app.barker.bark.ui.ClientChange;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an open page is told of the barks that it shows, and what not. */
class LiveFeedTest extends FeedViewTest {

    @Autowired
    Clock clock;

    long ofBella;
    long ofOtto;

    @BeforeEach
    void rexReadsWhatTwoDogsSaid() {
        ofBella = barking.bark(bella, "From Bella");
        ofOtto = barking.bark(otto, "From Otto");
        openEveryone();
        assertThat(shown()).containsExactly(ofOtto, ofBella);
    }

    @Test
    void whatBecomesOfAShownBarkIsToldAndOfAnotherNot() {
        long other = barking.bark(bella, "Not shown yet");
        awaitNewer(1);

        reactions.like(otto, other);
        reactions.like(otto, ofBella);

        awaitThat(() -> assertThat(changeOf(ofBella).counts()).contains(new BarkCounts(0, 0, 1)));
        assertThat(changes()).noneMatch(change -> change.id().equals(String.valueOf(other)));
    }

    @Test
    void anEditIsTold() {
        edit(ofBella, "From Bella, with love");

        awaitThat(() -> {
            assertThat(changeOf(ofBella).segments()).containsExactly("From Bella, with love");
            assertThat(changeOf(ofBella).editedAt()).isNotEmpty();
        });
    }

    @Test
    void aDeletionIsToldAndForgotten() {
        barks.delete(bella, ofBella);

        awaitThat(() -> assertThat(changeOf(ofBella).counts()).isEmpty());
        assertThat(feed().shows(ofBella)).isFalse();
        assertThat(feed().shows(ofOtto)).isTrue();
    }

    @Test
    void whatBecomesOfAQuotedBarkIsToldToo() {
        barking.quote(otto, ofBella, "See this");
        logIn(rex);
        open("users/" + otto.username());
        assertThat(shown()).doesNotContain(ofBella);

        edit(ofBella, "From Bella, in other words");

        awaitThat(() -> assertThat(changeOf(ofBella).segments()).containsExactly("From Bella, in other words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"who blocks", "who is blocked", "who mutes"})
    void nothingIsToldOfSomebodyBehindABlockOrMuted(String reader) {
        edit(ofBella, "First words");
        awaitThat(() -> assertThat(everythingTold()).contains("First words"));

        switch (reader) {
            case "who blocks" -> blocks.block(rex, bella.username());
            case "who is blocked" -> blocks.block(bella, rex.username());
            default -> mutes.mutePerson(rex, bella.username(), Optional.empty());
        }
        edit(ofBella, "Second words");
        reactions.like(bella, ofOtto);

        awaitThat(() -> assertThat(changeOf(ofOtto).counts()).contains(new BarkCounts(0, 0, 1)));
        waitUntilAllIsTold();
        assertThat(everythingTold()).doesNotContain("Second words");
    }

    @Test
    void anEditThatPutsAMutedWordInIsNotTold() {
        mutes.muteWord(rex, "cats", Optional.empty());

        edit(ofBella, "About cats");
        edit(ofOtto, "About dogs");

        awaitThat(() -> assertThat(everythingTold()).contains("About dogs"));
        waitUntilAllIsTold();
        assertThat(everythingTold()).doesNotContain("About cats");
    }

    @ParameterizedTest
    @ValueSource(strings = {"who blocks", "who mutes"})
    void whatSomebodyHiddenIsQuotedWithLeavesNoTrace(String reader) {
        long quoting = barking.quote(otto, ofBella, "See this");
        openEveryone();
        reactions.like(otto, quoting);
        awaitThat(() -> assertThat(changeOf(quoting).quoted()).isEqualTo(String.valueOf(ofBella)));

        if (reader.equals("who blocks")) {
            blocks.block(rex, bella.username());
        } else {
            mutes.mutePerson(rex, bella.username(), Optional.empty());
        }
        openEveryone();
        assertThat(everythingTold()).doesNotContain("From Bella");
        reactions.unlike(otto, quoting);

        awaitThat(() -> assertThat(changeOf(quoting).counts()).contains(new BarkCounts(0, 0, 0)));
        assertThat(changeOf(quoting).quoted()).isEmpty();
        assertThat(since())
                .filteredOn(change -> change.id().equals(String.valueOf(quoting)))
                .singleElement()
                .satisfies(change -> assertThat(change.quoted()).isEmpty());
    }

    @Test
    void aBrowserThatIsNotThereIsToldWhenItIsBack() {
        loseConnection();
        reactions.like(otto, ofBella);
        barking.bark(otto, "Something new");
        waitUntilAllIsTold();
        assertThat(newer()).isZero();
        assertThat(changes()).isEmpty();

        assertThat(since())
                .anyMatch(change -> change.id().equals(String.valueOf(ofBella))
                        && change.counts().equals(Optional.of(new BarkCounts(0, 0, 1))));
        assertThat(newer()).isEqualTo(1);
    }

    @Test
    void aBrowserThatHasBeenSilentForMinutesIsNotThere() {
        var page = UI.getCurrent().getInternals();
        page.setLastHeartbeatTimestamp(
                clock.instant().minus(Duration.ofMinutes(3)).toEpochMilli());
        barking.bark(otto, "Something new");
        waitUntilAllIsTold();
        assertThat(newer()).isZero();

        page.setLastHeartbeatTimestamp(clock.millis());
        doorbell.ring();

        awaitNewer(1);
    }

    @Test
    void whoWasAwayHearsNothingMoreOfWhatIsNotForThem() {
        blocks.block(bella, rex.username());
        edit(ofBella, "Words behind a block");

        List<ClientChange> changes = since();

        assertThat(changes).hasSize(2).allMatch(change -> !change.segments().contains("Words behind a block"));
        assertThat(changes)
                .filteredOn(change -> change.id().equals(String.valueOf(ofBella)))
                .singleElement()
                .satisfies(gone -> assertThat(gone.counts()).isEmpty());
        assertThat(feed().shows(ofBella)).isFalse();
    }

    private void edit(long barkId, String text) {
        barks.edit(barkId == ofOtto ? otto : bella, barkId, new BarkText(text), Optional.empty());
    }

    private ClientChange changeOf(long barkId) {
        return changes().stream()
                .filter(change -> change.id().equals(String.valueOf(barkId)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing was told of it"));
    }

    /** What was told last. */
    @SuppressWarnings("unchecked")
    private List<ClientChange> changes() {
        return hasTold(feed(), ".change(")
                ? (List<ClientChange>) argumentsOf(feed(), ".change(").getFirst()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private List<ClientChange> since() {
        return (List<ClientChange>) call(feed(), "changesSince");
    }

    private void openEveryone() {
        logIn(rex);
        open("everyone");
    }
}
