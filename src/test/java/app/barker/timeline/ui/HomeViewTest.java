package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Viewer;
import app.barker.bark.ui.ClientCard;
import app.barker.bark.ui.ClientPage;
import app.barker.bark.ui.Composer.Answer;
import app.barker.live.Doorbell;
import app.barker.timeline.Timeline;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.server.VaadinServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class HomeViewTest extends FeedViewTest {

    @Autowired
    Doorbell doorbell;

    @BeforeEach
    void rexIsAtHome() {
        openHome();
    }

    @Test
    void isCalledHome() {
        assertThat(find(H1.class).single().getText()).isEqualTo("Home");
    }

    @Test
    void showsEveryoneAndSaysSoUntilTheReaderFollowsSomebody() {
        long ofBella = barking.bark(bella, "From Bella");
        long ofOtto = barking.bark(otto, "From Otto");
        openHome();
        assertThat(shown()).containsExactly(ofOtto, ofBella);
        assertThat(find(WhoToFollow.class).single().getElement().hasAttribute("welcome"))
                .isTrue();

        follows.follow(rex, bella.username());
        openHome();

        assertThat(shown()).containsExactly(ofBella);
        assertThat(find(WhoToFollow.class).single().getElement().hasAttribute("welcome"))
                .isFalse();
    }

    @Test
    void olderBarksComeWhenTheBrowserAsks() {
        IntStream.rangeClosed(1, Timeline.PAGE_SIZE + 1).forEach(i -> barking.bark(bella, "Woof " + i));
        openHome();
        assertThat(shownPage().more()).isTrue();
        assertThat(shown()).hasSize(Timeline.PAGE_SIZE);

        ClientPage older = (ClientPage) call(feed(), "older", shownPage().next(), "20");

        assertThat(older.more()).isFalse();
        assertThat(older.rows()).hasSize(1);
    }

    @Test
    void aPostedBarkIsStoredAndShownToItsAuthorAtOnce() {
        assertThat(post("Ball found\nbehind the couch")).isEqualTo(new Answer(true, ""));

        assertThat(storedTexts()).containsExactly("Ball found\nbehind the couch");
        ClientCard inserted = (ClientCard) argumentsOf(feed(), "insert").getFirst();
        assertThat(inserted.segments()).containsExactly("Ball found\nbehind the couch");
        assertThat(inserted.mine()).isTrue();
    }

    @Test
    void twoClicksMakeOneBark() {
        String key = UUID.randomUUID().toString();

        assertThat(call(composer(), "post", "Woof", key)).isEqualTo(new Answer(true, ""));
        assertThat(call(composer(), "post", "Woof", key)).isEqualTo(new Answer(true, ""));

        assertThat(storedTexts()).containsExactly("Woof");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '  \n '             | There is nothing to read in this yet.
                    'bell \u0007'       | This contains control characters, which a bark cannot carry. Remove them and try again.
                    """)
    void aRefusedTextComesBackWithTheReasonAndIsNotStored(String text, String why) {
        assertThat(post(text)).isEqualTo(new Answer(false, why));

        assertThat(storedTexts()).isEmpty();
        assertThat(hasTold(feed(), "insert")).isFalse();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        String limit = "🐶".repeat(280);
        assertThat(post(limit + "🐶"))
                .isEqualTo(new Answer(false, "This is too long: a bark has at most 280 characters."));
        assertThat(storedTexts()).isEmpty();

        assertThat(post(limit).posted()).isTrue();
        assertThat(storedTexts()).containsExactly(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "woof", "00000000-0000-0000-0000", "'; delete from barks; --"})
    void aKeyThatNoComposerMadePostsNothing(String key) {
        assertThat(((Answer) call(composer(), "post", "Woof", key)).posted()).isFalse();

        assertThat(storedTexts()).isEmpty();
    }

    @Test
    void theOwnLinkOfABarkQuotesIt() {
        long umbrella = barking.bark(bella, "Has anyone seen a blue umbrella?");

        assertThat(post("Found " + URI.create(here()).resolve("/barks/" + umbrella))
                        .posted())
                .isTrue();

        assertThat(timeline.everyone(rex, Timeline.NEWEST, 1).barks().getFirst().quote())
                .hasValueSatisfying(quote -> assertThat(quote.id()).isEqualTo(umbrella));
    }

    @Test
    void deletingAsksFirst() {
        long regretted = barking.bark(rex, "I ate the couch");
        openHome();

        call(feed(), "askToDelete", String.valueOf(regretted));

        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(test(question).getHeader()).isEqualTo("Delete this bark?");
        assertThat(storedTexts()).containsExactly("I ate the couch");

        test(question).confirm();

        assertThat(storedTexts()).isEmpty();
        assertThat(argumentsOf(feed(), "remove").getFirst()).isEqualTo(String.valueOf(regretted));
    }

    @Test
    void whoCancelsKeepsTheBark() {
        long dear = barking.bark(rex, "I love you");
        openHome();
        call(feed(), "askToDelete", String.valueOf(dear));

        test(find(ConfirmDialog.class).single()).cancel();

        assertThat(storedTexts()).containsExactly("I love you");
        assertThat(hasTold(feed(), "remove")).isFalse();
    }

    @Test
    void nobodyDeletesABarkOfSomebodyElse() {
        long ofBella = barking.bark(bella, "Mine");
        openHome();
        assertThat(shownCards().getFirst().mine()).isFalse();

        call(feed(), "askToDelete", String.valueOf(ofBella));
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(storedTexts()).containsExactly("Mine");
    }

    @Test
    void whoRedraftsGetsTheTextBack() {
        long clumsy = barking.bark(rex, "Clumzy");
        openHome();

        call(feed(), "askToRedraft", String.valueOf(clumsy));
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(storedTexts()).isEmpty();
        assertThat(argumentsOf(composer(), "beginWith").getFirst()).isEqualTo("Clumzy");
    }

    @Test
    void nobodyGetsTheTextOfSomebodyElseToEdit() {
        long ofBella = barking.bark(bella, "Mine");
        long ofRex = barking.bark(rex, "His");
        assertThat(call(feed(), "textToEdit", String.valueOf(ofRex))).isEqualTo("His");

        assertThat(call(feed(), "textToEdit", String.valueOf(ofBella))).isEqualTo("");
        assertThat(((Answer) call(composer(), "edit", "Hers", String.valueOf(ofBella))).posted())
                .isFalse();

        assertThat(storedTexts()).containsExactly("His", "Mine");
    }

    @Test
    void likesAndRebarksAreDoneOrRefusedWithAWord() {
        long ofBella = barking.bark(bella, "Ball found");

        assertThat(refusalOf("like", ofBella)).isEmpty();
        assertThat(refusalOf("rebark", ofBella)).isEmpty();
        assertThat(card(ofBella).marks().liked()).isTrue();
        assertThat(card(ofBella).marks().rebarked()).isTrue();
        assertThat(refusalOf("unlike", ofBella)).isEmpty();
        assertThat(refusalOf("unrebark", ofBella)).isEmpty();
        assertThat(card(ofBella).marks().liked()).isFalse();

        barks.delete(bella, ofBella);
        assertThat(refusalOf("like", ofBella)).contains("This bark is not there any more.");
        assertThat(refusalOf("rebark", ofBella)).contains("This bark is not there any more.");
        assertThat(refusalOf("pin", ofBella)).contains("This bark is not there any more.");
        assertThat(refusalOf("detachQuote", ofBella)).contains("This bark is not there any more.");
    }

    @Test
    void whoMutesSomebodyFromTheirBarkSeesThemNoMore() {
        long ofBella = barking.bark(bella, "Ball found");
        openHome();
        assertThat(shown()).containsExactly(ofBella);

        call(feed(), "askToMuteAuthor", String.valueOf(ofBella));
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(argumentsOf(feed(), "removeBy").getFirst()).isEqualTo(bella.username());
        openHome();
        assertThat(shown()).isEmpty();
    }

    @Test
    void newsAreCountedAndShownOnlyWhenAskedFor() {
        long found = barking.bark(bella, "Ball found");
        awaitNewer(1);
        assertThat(shown()).isEmpty();

        call(feed(), "showNewer");

        assertThat(feed().getElement().getProperty("newer", -1)).isZero();
        assertThat(shown()).containsExactly(found);
    }

    @Test
    void onesOwnBarkIsNoNews() {
        post("Ball lost");
        barking.bark(rex, "Lost from another tab");
        barking.bark(bella, "Ball found");

        awaitNewer(1);
    }

    @Test
    void aDeletedBarkIsNoNewsAnyMore() {
        long regretted = barking.bark(bella, "I ate the couch");
        awaitNewer(1);

        barks.delete(bella, regretted);

        awaitNewer(0);
    }

    @Test
    void onlyThoseAreNewsWhomTheReaderFollowsAndWantsToHear() {
        follows.follow(rex, bella.username());
        openHome();
        mutes.muteWord(rex, "cats", Optional.empty());
        blocks.block(otto, rex.username());

        barking.bark(otto, "Not followed, and blocked");
        barking.bark(bella, "About cats");
        barking.bark(bella, "About dogs");

        awaitNewer(1);
        long about = barking.bark(bella, "About birds");
        awaitNewer(2);
        mutes.mutePerson(rex, bella.username(), Optional.empty());
        reactions.like(otto, about);
        awaitNewer(0);
    }

    @Test
    void whatBecomesOfAShownBarkIsToldAndOfAnotherNot() {
        long shown = barking.bark(bella, "Shown");
        openHome();
        long other = barking.bark(bella, "Not shown yet");

        reactions.like(otto, other);
        reactions.like(otto, shown);

        awaitThat(() -> assertThat(argumentsOf(feed(), "change").getFirst().toString())
                .contains("id=" + shown)
                .doesNotContain("id=" + other));
    }

    @Test
    void aPageOpenedAtAPlaceShowsThatAndSaysWhatIsNewer() {
        long first = barking.bark(bella, "First");
        barking.bark(bella, "Second");
        barking.bark(bella, "Third");

        logIn(rex);
        assertThat(open("?from=" + first)).isEqualTo(200);

        assertThat(shown()).containsExactly(first);
        assertThat(feed().getElement().getProperty("newer", -1)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "99999999999999999999999999", "%27", "1%20or%201"})
    void aPlaceThatIsNoneIsTheNewest(String from) {
        long bark = barking.bark(bella, "Woof");
        logIn(rex);

        assertThat(open("?from=" + from)).isEqualTo(200);

        assertThat(shown()).containsExactly(bark);
    }

    @Test
    void aPageThatIsLeftHearsNothingMore() throws InterruptedException {
        barking.bark(bella, "Ball found");
        awaitNewer(1);
        var left = feed();

        open("no/such/page");
        Semaphore rings = new Semaphore(0);
        doorbell.listen(rings::release);
        barking.bark(bella, "And lost again");
        assertThat(rings.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        // A second one: by then the first has been told to everybody.
        doorbell.ring();
        assertThat(rings.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        letOthersIn();

        assertThat(left.getElement().getProperty("newer", -1)).isEqualTo(1);
    }

    @Test
    void namesAreCompletedButForThoseBehindABlock() {
        String prefix = bella.username().substring(0, bella.username().length() - 1);
        assertThat((List<?>) call(composer(), "people", prefix)).hasSize(1);

        blocks.block(bella, rex.username());

        assertThat((List<?>) call(composer(), "people", prefix)).isEmpty();
        assertThat((List<?>) call(composer(), "people", "%")).isEmpty();
    }

    private static String here() {
        return VaadinServletRequest.getCurrent().getRequestURL().toString();
    }

    private void openHome() {
        logIn(new Viewer(rex.id(), rex.username(), rex.role()));
        navigate(HomeView.class);
    }
}
