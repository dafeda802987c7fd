package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.BarkCounts;
import app.barker.bark.BarkText;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.ClientChange;
import app.barker.bark.ui.ClientPage;
import app.barker.bark.ui.Composer.Answer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadViewTest extends FeedViewTest {

    long focus;

    @BeforeEach
    void bellaHasAsked() {
        focus = barking.bark(bella, "Where is the ball?");
        logIn(rex);
    }

    @Test
    void showsWhatABarkAnswersAndWhatAnswersIt() {
        long middle = barking.reply(rex, focus, "Which one?");
        long reply = barking.reply(otto, middle, "The red one");

        assertThat(open("barks/" + middle)).isEqualTo(200);

        assertThat(cardsOf(above())).containsExactly(focus, middle);
        assertThat(shown()).containsExactly(reply);
        assertThat(composer().getElement().getAttribute("reply-to")).isEqualTo(String.valueOf(middle));
        assertThat(composer().getElement().hasAttribute("tucked")).isFalse();
    }

    @Test
    void moreAnswersComeWhenTheBrowserAsks() {
        List<Long> answers = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> barking.reply(otto, focus, "Answer " + i))
                .toList();
        open("barks/" + focus);
        assertThat(shown()).isEqualTo(answers.subList(0, 20));
        assertThat(shownPage().more()).isTrue();

        ClientPage more = (ClientPage) call(feed(), "older", shownPage().next(), "20");

        assertThat(cardsIn(more)).containsExactly(answers.getLast());
        assertThat(more.more()).isFalse();
    }

    @Test
    void anAnswerIsStoredInTheThreadAndShown() {
        open("barks/" + focus);

        assertThat(answer(focus, "Behind the couch")).isEqualTo(new Answer(true, ""));

        assertThat(card(focus).counts().replies()).isEqualTo(1);
        long answer = inserted().orElseThrow();
        assertThat(card(answer).text()).isEqualTo("Behind the couch");
        open("barks/" + focus);
        assertThat(shown()).containsExactly(answer);
    }

    @Test
    void anAnswerToAnAnswerIsShownThereToo() {
        long answer = barking.reply(otto, focus, "Behind the couch");
        open("barks/" + focus);

        answer(answer, "Which couch?");

        assertThat(inserted()).isPresent();
    }

    @Test
    void whatIsPostedThereAndAnswersSomethingElseIsNotShownBelow() {
        long reply = barking.reply(otto, focus, "Behind the couch");
        open("barks/" + reply);

        assertThat(answer(focus, "Where was it last?").posted()).isTrue();
        assertThat(post("Good morning").posted()).isTrue();

        assertThat(storedTexts()).contains("Where was it last?", "Good morning");
        assertThat(inserted()).isEmpty();
    }

    @Test
    void anAnswerToWhatIsGoneIsRefusedAndTheTextKept() {
        open("barks/" + focus);
        barks.delete(bella, focus);

        assertThat(answer(focus, "Here")).isEqualTo(new Answer(false, "This bark is not there any more."));

        assertThat(storedTexts()).isEmpty();
    }

    @Test
    void somebodyElsesAnswerIsAnnounced() {
        long elsewhere = barking.bark(bella, "Elsewhere");
        open("barks/" + focus);

        barking.reply(otto, elsewhere, "Not here");
        long reply = barking.reply(otto, focus, "Here");
        long deeper = barking.reply(bella, reply, "Thank you");
        waitUntilAllIsTold();
        assertThat(newer()).isEqualTo(1);

        call(feed(), "showNewer");
        assertThat(shown()).containsExactly(reply, deeper);
        assertThat(newer()).isZero();

        barking.reply(otto, deeper, "Any time");
        awaitNewer(1);
    }

    @Test
    void whatAnswersSomethingAboveIsNotAnnouncedBelow() {
        long reply = barking.reply(otto, focus, "Behind the couch");
        open("barks/" + reply);

        barking.reply(otto, focus, "Or under it");
        waitUntilAllIsTold();

        assertThat(newer()).isZero();
    }

    @Test
    void anotherThreadOnTheSamePageLeavesNothingOfTheFirst() {
        long other = barking.bark(otto, "Where is the bone?");
        open("barks/" + focus);
        open("barks/" + other);
        assertThat(cardsOf(above())).containsExactly(other);

        barking.reply(otto, focus, "Behind the couch");
        waitUntilAllIsTold();
        assertThat(newer()).isZero();

        barking.reply(bella, other, "In the garden");
        awaitNewer(1);
    }

    @Test
    void whatBecomesOfTheBarksAboveIsToldThere() {
        open("barks/" + focus);

        reactions.like(otto, focus);

        awaitThat(() -> {
            ClientChange change =
                    (ClientChange) ((List<?>) argumentsOf(above(), ".change(").getFirst()).getFirst();
            assertThat(change.id()).isEqualTo(String.valueOf(focus));
            assertThat(change.counts()).contains(new BarkCounts(0, 0, 1));
        });
    }

    @Test
    void aTombstoneHoldsItsPlace() {
        long reply = barking.reply(otto, focus, "Behind the couch");
        barks.delete(bella, focus);
        logIn(rex);

        assertThat(open("barks/" + focus)).isEqualTo(200);

        assertThat(rowsOf(above()).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.gone()).isEqualTo(String.valueOf(focus)));
        assertThat(everythingTold()).doesNotContain("Where is the ball?", bella.username());
        assertThat(shown()).containsExactly(reply);
        assertThat(composer().getElement().hasAttribute("tucked")).isTrue();
    }

    @Test
    void aroundATombstoneTheThreadGoesOn() {
        long reply = barking.reply(otto, focus, "Behind the couch");
        long ofRex = barking.reply(rex, reply, "Thank yuo");
        barks.delete(bella, focus);
        open("barks/" + focus);

        barking.reply(bella, reply, "I have it");
        awaitNewer(1);
        call(feed(), "askToRedraft", String.valueOf(ofRex));
        confirm();

        assertThat(storedTexts()).doesNotContain("Thank yuo");
        assertThat(argumentsOf(composer(), "beginWith")).startsWith("Thank yuo", List.of(), String.valueOf(reply));
    }

    @Test
    void whatWasDeletedAndLeftNothingIsNotFound() {
        assertThat(open("barks/" + focus)).isEqualTo(200);

        barks.delete(bella, focus);

        assertThat(open("barks/" + focus)).isEqualTo(404);
    }

    @Test
    void aThreadOfSomebodyBehindABlockLooksLikeNothing() {
        long reply = barking.reply(otto, focus, "Behind the couch");
        assertThat(open("barks/" + focus)).isEqualTo(200);

        blocks.block(bella, rex.username());

        assertThat(open("barks/" + focus)).isEqualTo(404);
        assertThat(open("barks/" + reply)).isEqualTo(200);
        logIn(otto);
        assertThat(open("barks/" + focus)).isEqualTo(200);
    }

    @Test
    void whereSomebodyBehindABlockSpokeIsAGap() {
        long ofOtto = barking.bark(otto, "Walk at five?");
        long ofBella = barking.reply(bella, ofOtto, "I can't today");
        long toBella = barking.reply(otto, ofBella, "Tomorrow then");
        open("barks/" + ofOtto);
        assertThat(shown()).containsExactly(ofBella, toBella);

        blocks.block(rex, bella.username());
        logIn(rex);
        open("barks/" + ofOtto);

        assertThat(shownPage().rows()).hasSize(2);
        assertThat(shownPage().rows().getFirst().card()).isEmpty();
        assertThat(shownPage().rows().getFirst().gone()).isEmpty();
        assertThat(shown()).containsExactly(toBella);
        assertThat(everythingTold()).doesNotContain("I can't today", bella.username(), "id=" + ofBella + ",");
    }

    @Test
    void noAnswerOfSomebodyBehindABlockIsAnnounced() {
        open("barks/" + focus);
        barking.reply(otto, focus, "Behind the couch");
        awaitNewer(1);

        blocks.block(otto, rex.username());
        barking.reply(otto, focus, "Or under it");
        waitUntilAllIsTold();

        assertThat(newer()).isZero();
    }

    @Test
    void aMutedThreadIsThereForWhoeverOpensIt() {
        long reply = barking.reply(otto, focus, "Behind the couch");

        mutes.muteThread(rex, focus, Optional.empty());

        assertThat(open("barks/" + focus)).isEqualTo(200);
        assertThat(shown()).containsExactly(reply);
    }

    @Test
    void anEditOfAnAnswerIsTold() {
        long reply = barking.reply(otto, focus, "Behind the couch");
        open("barks/" + focus);

        barks.edit(otto, reply, new BarkText("Under the couch"), Optional.empty());

        awaitThat(() -> assertThat(argumentsOf(feed(), ".change(").getFirst().toString())
                .contains("Under the couch"));
    }

    private Answer answer(long barkId, String text) {
        return (Answer) call(composer(), "answer", text, UUID.randomUUID().toString(), String.valueOf(barkId));
    }

    private BarkFeed above() {
        return find(BarkFeed.class).all().getFirst();
    }

    private ClientPage rowsOf(BarkFeed feed) {
        return (ClientPage) argumentsOf(feed, ".show(").getFirst();
    }

    private List<Long> cardsOf(BarkFeed feed) {
        return cardsIn(rowsOf(feed));
    }

    private static List<Long> cardsIn(ClientPage page) {
        return page.rows().stream()
                .flatMap(row -> row.card().stream())
                .map(card -> Long.valueOf(card.id()))
                .toList();
    }
}
