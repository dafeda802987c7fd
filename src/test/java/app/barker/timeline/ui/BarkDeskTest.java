package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Viewer;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.Composer.Answer;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person can do with the barks on a page, and with which not. */
class BarkDeskTest extends FeedViewTest {

    private static final String GONE = "This bark is not there any more.";

    long ofRex;
    long ofBella;

    @BeforeEach
    void rexReadsHisBarkAndBellas() {
        ofRex = barking.bark(rex, "From Rex");
        ofBella = barking.bark(bella, "From Bella");
        openHome(rex);
        assertThat(shown()).containsExactly(ofBella, ofRex);
        assertThat(shownCards()).extracting(card -> card.mine()).containsExactly(false, true);
    }

    @Test
    void likesAndRebarksAreDoneAndTakenBack() {
        assertThat(refusalOf("like", ofBella)).isEmpty();
        assertThat(refusalOf("rebark", ofBella)).isEmpty();
        assertThat(card(ofBella).marks().liked()).isTrue();
        assertThat(card(ofBella).marks().rebarked()).isTrue();

        assertThat(refusalOf("unlike", ofBella)).isEmpty();
        assertThat(refusalOf("unrebark", ofBella)).isEmpty();
        assertThat(card(ofBella).marks().liked()).isFalse();
        assertThat(card(ofBella).marks().rebarked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"like", "unlike", "rebark", "unrebark", "pin", "unpin", "detachQuote"})
    void whatIsGoneIsRefusedWithAWord(String method) {
        barks.delete(bella, ofBella);

        assertThat(refusalOf(method, ofBella)).contains(GONE);
        assertThat(refusalOf(method, Long.MAX_VALUE)).contains(GONE);
        assertThat(refusalOf(method, -1)).contains(GONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"like", "rebark", "pin"})
    void acrossABlockNothingIsDone(String method) {
        blocks.block(bella, rex.username());

        assertThat(refusalOf(method, ofBella)).contains(GONE);

        assertThat(count("likes")).isZero();
        assertThat(count("pins")).isZero();
        assertThat(count("barks")).isEqualTo(2);
    }

    @Test
    void onesOwnBarkIsPinnedAndNobodyElses() {
        assertThat(refusalOf("pin", ofBella)).contains(GONE);
        assertThat(count("pins")).isZero();

        assertThat(refusalOf("pin", ofRex)).isEmpty();
        assertThat(timeline.pinnedBy(bella, rex.id())).isPresent();
        assertThat(refusalOf("unpin", ofRex)).isEmpty();
        assertThat(timeline.pinnedBy(bella, rex.id())).isEmpty();
    }

    @Test
    void nobodyTakesSomebodyElsesPinOff() {
        reactions.pin(bella, ofBella);

        refusalOf("unpin", ofBella);

        assertThat(timeline.pinnedBy(rex, bella.id())).isPresent();
    }

    @Test
    void whoIsQuotedTakesTheirBarkOutAndNobodyElseDoes() {
        long quoting = barking.quote(bella, ofRex, "See what he says");
        assertThat(card(quoting).quote()).isPresent();

        for (Viewer other : List.of(otto, bella)) {
            openHome(other);
            assertThat(refusalOf("detachQuote", quoting)).contains(GONE);
            assertThat(card(quoting).quote()).isPresent();
        }
        openHome(rex);
        assertThat(refusalOf("detachQuote", quoting)).isEmpty();

        assertThat(card(quoting).quote()).isEmpty();
    }

    @Test
    void alsoAcrossABlockWhoIsQuotedTakesTheirBarkOut() {
        long quoting = barking.quote(bella, ofRex, "See what he says");
        blocks.block(bella, rex.username());

        assertThat(refusalOf("detachQuote", quoting)).isEmpty();

        assertThat(timeline.card(bella, quoting).orElseThrow().quote()).isEmpty();
        blocks.unblock(bella, rex.username());
        assertThat(card(quoting).quote()).isEmpty();
    }

    @Test
    void onesOwnBarkIsEditedAndItsHistoryIsThereForWhoeverReadsIt() {
        assertThat(call(feed(), "textToEdit", String.valueOf(ofRex))).isEqualTo("From Rex");

        assertThat(edit(ofRex, "From Rex, with love")).isEqualTo(new Answer(true, ""));

        assertThat(card(ofRex).text()).isEqualTo("From Rex, with love");
        openHome(otto);
        assertThat(historyOf(ofRex)).containsExactly("From Rex, with love", "From Rex");
        blocks.block(rex, otto.username());
        assertThat(historyOf(ofRex)).isEmpty();
    }

    @Test
    void anEditIsRefusedAsABarkIs() {
        assertThat(edit(ofRex, "  ")).isEqualTo(new Answer(false, "There is nothing to read in this yet."));
        assertThat(edit(ofRex, "🐶".repeat(281)))
                .isEqualTo(new Answer(false, "This is too long: a bark has at most 280 characters."));

        assertThat(card(ofRex).text()).isEqualTo("From Rex");
        assertThat(card(ofRex).editedAt()).isEmpty();
    }

    @Test
    void nobodyEditsABarkOfSomebodyElse() {
        assertThat(call(feed(), "textToEdit", String.valueOf(ofBella))).isEqualTo("");

        assertThat(edit(ofBella, "Hers")).isEqualTo(new Answer(false, GONE));

        assertThat(card(ofBella).text()).isEqualTo("From Bella");
        assertThat(historyOf(ofBella)).containsExactly("From Bella");
    }

    @Test
    void deletingAsksFirst() {
        ask("askToDelete", ofRex);
        assertThat(test(question()).getHeader()).isEqualTo("Delete this bark?");
        assertThat(storedTexts()).contains("From Rex");

        confirm();

        assertThat(storedTexts()).containsExactly("From Bella");
        assertThat(argumentsOf(feed(), ".remove(")).containsExactly(String.valueOf(ofRex));
    }

    @Test
    void whoCancelsKeepsTheBark() {
        ask("askToDelete", ofRex);

        test(question()).cancel();

        assertThat(storedTexts()).contains("From Rex");
        assertThat(hasTold(feed(), ".remove(")).isFalse();
    }

    @Test
    void whatWasDeletedInAnotherTabLeavesThisPageToo() {
        ask("askToDelete", ofRex);
        barks.delete(rex, ofRex);

        confirm();

        assertThat(argumentsOf(feed(), ".remove(")).containsExactly(String.valueOf(ofRex));
        assertThat(find(Notification.class).exists()).isFalse();
    }

    @Test
    void nobodyDeletesABarkOfSomebodyElse() {
        ask("askToDelete", ofBella);
        confirm();

        assertThat(storedTexts()).containsExactly("From Bella", "From Rex");
    }

    @Test
    void whoRedraftsGetsTheTextBack() {
        ask("askToRedraft", ofRex);
        assertThat(test(question()).getHeader()).isEqualTo("Delete this bark and write it again?");
        confirm();

        assertThat(storedTexts()).containsExactly("From Bella");
        assertThat(argumentsOf(composer(), "beginWith")).containsExactly("From Rex", List.of());
    }

    @Test
    void aRedraftedAnswerIsAnAnswerAgain() {
        long answer = barking.reply(rex, ofBella, "To Bella");

        ask("askToRedraft", answer);
        confirm();

        assertThat(argumentsOf(composer(), "beginWith"))
                .containsExactly("To Bella", List.of(), String.valueOf(ofBella), bella.username(), bella.username());
    }

    @Test
    void nobodyRedraftsABarkOfSomebodyElse() {
        ask("askToRedraft", ofBella);

        assertThat(isAsked()).isFalse();
        assertThat(storedTexts()).contains("From Bella");
    }

    @Test
    void whoMutesSomebodyFromTheirBarkSeesThemNoMore() {
        ask("askToMuteAuthor", ofBella);
        assertThat(mutes.mutesOf(rex)).isEmpty();

        confirm();

        assertThat(mutes.mutesOf(rex)).hasSize(1);
        assertThat(argumentsOf(feed(), ".removeBy(")).containsExactly(bella.username());
        openHome(rex);
        assertThat(shown()).containsExactly(ofRex);
        openHome(otto);
        assertThat(shown()).containsExactly(ofBella, ofRex);
    }

    @Test
    void aMutedThreadLeavesThePageWithItsAnswers() {
        barking.reply(otto, ofBella, "Answer");
        long elsewhere = barking.bark(otto, "Elsewhere");
        openHome(rex);

        ask("askToMuteThread", ofBella);
        confirm();

        assertThat(feed().shows(ofBella)).isFalse();
        assertThat(feed().shows(elsewhere)).isTrue();
        openHome(rex);
        assertThat(shown()).containsExactly(elsewhere, ofRex);
    }

    @Test
    void whoBlocksSomebodyFromTheirBarkMeetsThemNoMore() {
        follows.follow(bella, rex.username());
        ask("askToBlock", ofBella);
        assertThat(test(question()).getHeader()).isEqualTo("Block @" + bella.username() + "?");
        assertThat(blocks.between(rex.id(), bella.id())).isFalse();

        confirm();

        assertThat(blocks.between(rex.id(), bella.id())).isTrue();
        assertThat(argumentsOf(feed(), ".removeBy(")).containsExactly(bella.username());
        openHome(rex);
        assertThat(shown()).containsExactly(ofRex);
        openHome(bella);
        assertThat(shown()).containsExactly(ofBella);
    }

    @ParameterizedTest
    @ValueSource(strings = {"askToMuteAuthor", "askToBlock"})
    void nobodyMutesOrBlocksThemselves(String method) {
        ask(method, ofRex);
        confirm();

        assertThat(test(find(Notification.class).single()).getText()).isEqualTo("This person is not here any more.");
        assertThat(mutes.mutesOf(rex)).isEmpty();
        assertThat(blocks.blockedBy(rex)).isEmpty();
        assertThat(hasTold(feed(), ".removeBy(")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"askToMuteAuthor", "askToMuteThread", "askToBlock"})
    void nothingIsAskedAboutWhatIsNotForTheReader(String method) {
        ask(method, Long.MAX_VALUE);
        assertThat(isAsked()).isFalse();
        ask(method, ofBella);
        assertThat(isAsked()).isTrue();
        test(question()).cancel();

        blocks.block(bella, rex.username());
        ask(method, ofBella);

        assertThat(isAsked()).isFalse();
    }

    @Test
    void anAnswerIsPostedFromAnyPageAndRefusedAcrossABlock() {
        assertThat(answer(ofBella, "To Bella")).isEqualTo(new Answer(true, ""));
        assertThat(card(ofBella).counts().replies()).isEqualTo(1);

        blocks.block(bella, rex.username());

        assertThat(answer(ofBella, "To Bella again")).isEqualTo(new Answer(false, GONE));
        assertThat(storedTexts()).doesNotContain("To Bella again");
    }

    @Test
    void namesAreCompletedButForThoseBehindABlock() {
        String prefix = bella.username().substring(0, bella.username().length() - 1);
        assertThat((List<?>) call(composer(), "people", prefix)).hasSize(1);

        blocks.block(bella, rex.username());

        assertThat((List<?>) call(composer(), "people", prefix)).isEmpty();
        assertThat((List<?>) call(composer(), "people", "%" + prefix.substring(prefix.indexOf('-'))))
                .as("no sign stands for any name")
                .isEmpty();
    }

    private void openHome(Viewer reader) {
        logIn(reader);
        navigate(HomeView.class);
    }

    private void ask(String method, long barkId) {
        call(feed(), method, String.valueOf(barkId));
    }

    private Answer edit(long barkId, String text) {
        return (Answer) call(composer(), "edit", text, String.valueOf(barkId));
    }

    private Answer answer(long barkId, String text) {
        return (Answer) call(composer(), "answer", text, UUID.randomUUID().toString(), String.valueOf(barkId));
    }

    private List<String> historyOf(long barkId) {
        return ((List<?>) call(feed(), "history", String.valueOf(barkId)))
                .stream().map(version -> ((BarkFeed.Version) version).text()).toList();
    }

    /** Of the dogs of this test. */
    private int count(String table) {
        String owner = table.equals("barks") ? "author_id" : "account_id";
        return jdbc.sql("select count(*) from " + table + " where " + owner + " in (:dogs)")
                .param("dogs", List.of(rex.id(), bella.id(), otto.id()))
                .query(Integer.class)
                .single();
    }
}
