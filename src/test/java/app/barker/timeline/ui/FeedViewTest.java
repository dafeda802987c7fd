package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkService;
import app.barker.bark.Reactions;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.ClientCard;
import app.barker.bark.ui.ClientPage;
import app.barker.bark.ui.Composer;
import app.barker.bark.ui.Composer.Answer;
import app.barker.follow.BlockService;
import app.barker.follow.FollowService;
import app.barker.follow.MuteService;
import app.barker.live.Doorbell;
import app.barker.testing.Barking;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import app.barker.timeline.Timeline;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of pages with barks share: three dogs, and words for what the browser was told. */
abstract class FeedViewTest extends ViewTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    AccountService accounts;

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    FollowService follows;

    @Autowired
    MuteService mutes;

    @Autowired
    BlockService blocks;

    @Autowired
    Timeline timeline;

    @Autowired
    Doorbell doorbell;

    @Autowired
    JdbcClient jdbc;

    Barking barking;
    Viewer rex;
    Viewer bella;
    Viewer otto;

    @BeforeEach
    void threeDogsAndSilence() {
        jdbc.sql("delete from barks").update();
        barking = new Barking(barks);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        otto = new Dogs(accounts).signUp("otto-" + unique);
    }

    /** The last of the page, where it has two. */
    BarkFeed feed() {
        return find(BarkFeed.class).all().getLast();
    }

    Composer composer() {
        return find(Composer.class).single();
    }

    Answer post(String text) {
        return (Answer) call(composer(), "post", text, UUID.randomUUID().toString());
    }

    ClientPage shownPage() {
        return (ClientPage) argumentsOf(feed(), ".show(").getFirst();
    }

    /** Ids of the barks that the browser was handed last. */
    List<Long> shown() {
        return shownCards().stream().map(card -> Long.valueOf(card.id())).toList();
    }

    List<ClientCard> shownCards() {
        return shownPage().rows().stream().flatMap(row -> row.card().stream()).toList();
    }

    List<String> storedTexts() {
        return timeline.everyone(rex, Timeline.NEWEST, 50).barks().stream()
                .map(BarkCard::text)
                .toList();
    }

    BarkCard card(long barkId) {
        return timeline.card(rex, barkId).orElseThrow();
    }

    Optional<String> refusalOf(String method, long barkId) {
        BarkFeed.Answer answer = (BarkFeed.Answer) call(feed(), method, String.valueOf(barkId));
        return answer.done() ? Optional.empty() : Optional.of(answer.why());
    }

    /** What was put into the list last, without the list having been read again. */
    Optional<Long> inserted() {
        return hasTold(feed(), ".insert(")
                ? Optional.of(Long.valueOf(
                        ((ClientCard) argumentsOf(feed(), ".insert(").getFirst()).id()))
                : Optional.empty();
    }

    ConfirmDialog question() {
        return find(ConfirmDialog.class).single();
    }

    void confirm() {
        test(question()).confirm();
    }

    boolean isAsked() {
        return find(ConfirmDialog.class).exists();
    }

    /** How many new ones the pill counts. */
    int newer() {
        return feed().getElement().getProperty("newer", -1);
    }

    /** The doorbell rings on a thread of its own, at most twice a second. */
    void awaitNewer(int expected) {
        awaitThat(() -> assertThat(newer()).isEqualTo(expected));
    }

    /** For what is not to be told: all that happened before has been told by then to whom it concerns. */
    void waitUntilAllIsTold() {
        waitForTheBell();
        letOthersIn();
    }

    /** Until a ring has ended that began after this did. Pages that have something to tell then wait for their lock. */
    void waitForTheBell() {
        Semaphore rings = new Semaphore(0);
        Doorbell.Listening listening = doorbell.listen(rings::release);
        // The first that is heard may have begun before. When the third begins, the second has ended.
        for (int i = 0; i < 3; i++) {
            doorbell.ring();
            await().atMost(PATIENCE).until(rings::tryAcquire);
        }
        listening.stop();
    }

    void awaitThat(ThrowingRunnable claim) {
        await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            letOthersIn();
            claim.run();
        });
    }
}
