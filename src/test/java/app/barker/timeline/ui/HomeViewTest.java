package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.BarkFeed.ClientCard;
import app.barker.bark.ui.BarkFeed.ClientPage;
import app.barker.bark.ui.Composer;
import app.barker.bark.ui.Composer.Answer;
import app.barker.live.Doorbell;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import app.barker.timeline.Timeline;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import java.time.Duration;
import java.util.List;
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
import org.springframework.jdbc.core.simple.JdbcClient;

class HomeViewTest extends ViewTest {

    @Autowired
    AccountService accounts;

    @Autowired
    BarkService barks;

    @Autowired
    Timeline timeline;

    @Autowired
    Doorbell doorbell;

    @Autowired
    JdbcClient jdbc;

    Viewer rex;
    Viewer bella;
    BarkFeed feed;
    Composer composer;

    @BeforeEach
    void rexIsAtHome() {
        jdbc.sql("delete from barks").update();
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        openHome();
    }

    @Test
    void isCalledHome() {
        assertThat(find(H1.class).single().getText()).isEqualTo("Home");
    }

    @Test
    void showsTheNewestBarksWithTheirAuthors() {
        barkBy(bella, "Ball found");
        BarkCard ofRex = barkBy(rex, "Ball lost");

        openHome();

        assertThat(shownPage().more()).isFalse();
        assertThat(shownPage().barks()).hasSize(2);
        assertThat(shownPage().barks().getFirst())
                .isEqualTo(new ClientCard(
                        String.valueOf(ofRex.id()),
                        rex.username(),
                        rex.username(),
                        "Ball lost",
                        ofRex.createdAt().toString(),
                        true));
        assertThat(shownPage().barks().getLast())
                .extracting(ClientCard::username, ClientCard::text, ClientCard::mine)
                .containsExactly(bella.username(), "Ball found", false);
    }

    @Test
    void olderBarksComeWhenTheBrowserAsks() {
        IntStream.rangeClosed(1, Timeline.PAGE_SIZE + 1).forEach(i -> barkBy(bella, "Woof " + i));
        openHome();
        assertThat(shownPage().more()).isTrue();
        assertThat(shownPage().barks()).hasSize(Timeline.PAGE_SIZE);

        ClientPage older =
                (ClientPage) call(feed, "older", shownPage().barks().getLast().id());

        assertThat(older.more()).isFalse();
        assertThat(older.barks()).singleElement().extracting(ClientCard::text).isEqualTo("Woof 1");
    }

    @Test
    void aPostedBarkIsStoredAndShownToItsAuthorAtOnce() {
        Answer answer = post("Ball found\nbehind the couch", UUID.randomUUID().toString());

        assertThat(answer).isEqualTo(new Answer(true, ""));
        assertThat(texts()).containsExactly("Ball found\nbehind the couch");
        ClientCard inserted = (ClientCard) argumentsOf(feed, "insert").getFirst();
        assertThat(inserted.text()).isEqualTo("Ball found\nbehind the couch");
        assertThat(inserted.mine()).isTrue();
    }

    @Test
    void twoClicksMakeOneBark() {
        String key = UUID.randomUUID().toString();

        assertThat(post("Woof", key)).isEqualTo(new Answer(true, ""));
        assertThat(post("Woof", key)).isEqualTo(new Answer(true, ""));

        assertThat(texts()).containsExactly("Woof");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '  \n '             | There is nothing to read in this yet.
                    'bell \u0007'       | This contains control characters, which a bark cannot carry. Remove them and try again.
                    """)
    void aRefusedTextComesBackWithTheReasonAndIsNotStored(String text, String why) {
        assertThat(post(text, UUID.randomUUID().toString())).isEqualTo(new Answer(false, why));

        assertThat(texts()).isEmpty();
        assertThat(hasTold(feed, "insert")).isFalse();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        String limit = "🐶".repeat(280);
        assertThat(post(limit + "🐶", UUID.randomUUID().toString()))
                .isEqualTo(new Answer(false, "This is too long: a bark has at most 280 characters."));
        assertThat(texts()).isEmpty();

        assertThat(post(limit, UUID.randomUUID().toString()).posted()).isTrue();
        assertThat(texts()).containsExactly(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "woof", "00000000-0000-0000-0000", "'; delete from barks; --"})
    void aKeyThatNoComposerMadePostsNothing(String key) {
        assertThat(post("Woof", key))
                .isEqualTo(new Answer(false, "This was not sent. Your text is safe here; try again in a moment."));

        assertThat(texts()).isEmpty();
    }

    @Test
    void deletingAsksFirst() {
        BarkCard regretted = barkBy(rex, "I ate the couch");
        openHome();

        call(feed, "askDelete", String.valueOf(regretted.id()));

        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(test(question).getHeader()).isEqualTo("Delete this bark?");
        assertThat(texts()).containsExactly("I ate the couch");

        test(question).confirm();

        assertThat(texts()).isEmpty();
        assertThat(argumentsOf(feed, "remove").getFirst()).isEqualTo(String.valueOf(regretted.id()));
    }

    @Test
    void whoCancelsKeepsTheBark() {
        BarkCard dear = barkBy(rex, "I love you");
        openHome();
        call(feed, "askDelete", String.valueOf(dear.id()));

        test(find(ConfirmDialog.class).single()).cancel();

        assertThat(texts()).containsExactly("I love you");
        assertThat(hasTold(feed, "remove")).isFalse();
    }

    @Test
    void nobodyDeletesABarkOfSomebodyElse() {
        BarkCard ofBella = barkBy(bella, "Mine");
        openHome();
        assertThat(shownPage().barks().getFirst().mine()).isFalse();

        call(feed, "askDelete", String.valueOf(ofBella.id()));
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(texts()).containsExactly("Mine");
    }

    @Test
    void whatWasDeletedInAnotherTabLeavesThisPageToo() {
        BarkCard gone = barkBy(rex, "I ate the couch");
        openHome();
        call(feed, "askDelete", String.valueOf(gone.id()));
        barks.delete(rex, gone.id());

        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(argumentsOf(feed, "remove").getFirst()).isEqualTo(String.valueOf(gone.id()));
    }

    @Test
    void newsOfOthersAreCountedAndShownOnlyWhenAskedFor() {
        barkBy(bella, "Ball found");
        awaitNewer(1);
        assertThat(shownPage().barks()).isEmpty();

        call(feed, "showNewer");

        assertThat(newer()).isZero();
        assertThat(shownPage().barks())
                .singleElement()
                .extracting(ClientCard::text)
                .isEqualTo("Ball found");
    }

    @Test
    void onesOwnBarkIsNoNews() {
        post("Ball lost", UUID.randomUUID().toString());
        barkBy(rex, "Lost from another tab");
        barkBy(bella, "Ball found");

        awaitNewer(1);
    }

    @Test
    void aDeletedBarkIsNoNewsAnyMore() {
        BarkCard regretted = barkBy(bella, "I ate the couch");
        awaitNewer(1);

        barks.delete(bella, regretted.id());

        awaitNewer(0);
    }

    @Test
    void aPageThatIsLeftHearsNothingMore() throws InterruptedException {
        barkBy(bella, "Ball found");
        awaitNewer(1);

        open("no/such/page");
        Semaphore rings = new Semaphore(0);
        doorbell.listen(rings::release);
        barkBy(bella, "And lost again");
        assertThat(rings.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        // A second one: by then the first has been told to everybody.
        doorbell.ring();
        assertThat(rings.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        letOthersIn();

        assertThat(newer()).isEqualTo(1);
    }

    private void openHome() {
        logIn(rex);
        navigate(HomeView.class);
        feed = find(BarkFeed.class).single();
        composer = find(Composer.class).single();
    }

    private Answer post(String text, String key) {
        return (Answer) call(composer, "post", text, key);
    }

    private BarkCard barkBy(Viewer author, String text) {
        return barks.post(author, new BarkText(text), UUID.randomUUID());
    }

    private ClientPage shownPage() {
        return (ClientPage) argumentsOf(feed, "show").getFirst();
    }

    private List<String> texts() {
        return timeline.newest(rex).barks().stream().map(BarkCard::text).toList();
    }

    private int newer() {
        return feed.getElement().getProperty("newer", -1);
    }

    /** The doorbell rings on a thread of its own, at most twice a second. */
    private void awaitNewer(int expected) {
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            letOthersIn();
            assertThat(newer()).isEqualTo(expected);
        });
    }
}
