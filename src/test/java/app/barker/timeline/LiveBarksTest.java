package app.barker.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkChange;
import app.barker.bark.BarkCounts;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.Reactions;
import app.barker.live.Doorbell;
import app.barker.shared.FoldedText;
import app.barker.signin.OpenSignIns;
import app.barker.signin.OwnAccount;
import app.barker.signin.SignIns;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class LiveBarksTest {

    /** Ten times the second that is promised. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    LiveBarks live;

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    AccountService accounts;

    @Autowired
    OwnAccount account;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    private final Queue<BarkChange> heard = new ConcurrentLinkedQueue<>();
    private Barking barking;
    private Viewer rex;
    private Viewer bella;
    private long opened;
    private Doorbell.Listening listening = () -> {};

    @BeforeEach
    void aPageIsOpened() {
        barking = new Barking(barks);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        opened = live.position();
        listening = live.listen(heard::addAll);
    }

    @AfterEach
    void itIsClosed() {
        listening.stop();
    }

    @Test
    void notesWhatRulesNeedToKnow() {
        long bark = barking.bark(rex, "Über #Release");
        long reply = barking.reply(bella, bark, "Woof");
        reactions.rebark(bella, bark);

        awaitNotes(3);
        assertThat(live.newSince(
                        opened,
                        note -> note.barkId() == bark
                                && note.byId() == rex.id()
                                && !note.isReply()
                                && note.tags().contains("release")
                                && note.text().contains(new FoldedText("uber"))))
                .isEqualTo(1);
        assertThat(live.newSince(opened, note -> note.barkId() == reply && note.isReply() && note.rootId() == bark))
                .isEqualTo(1);
        assertThat(live.newSince(
                        opened,
                        note -> note.isRebark()
                                && note.barkId() == bark
                                && note.byId() == bella.id()
                                && note.authorId() == rex.id()))
                .isEqualTo(1);
    }

    @Test
    void countsFromWhereEachPageStands() {
        barking.bark(rex, "One");
        awaitNotes(1);
        long late = live.position();
        barking.bark(rex, "Two");

        awaitNotes(2);
        assertThat(live.newSince(late, this::isOurs)).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsDeletedAndItsRebarks() {
        long regretted = barking.bark(rex, "I ate the couch");
        reactions.rebark(bella, regretted);
        barking.bark(rex, "Good morning");
        awaitNotes(3);

        barks.delete(rex, regretted);

        assertThat(live.newSince(opened, this::isOurs)).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> heard.contains(new BarkChange.Gone(regretted)));
    }

    /** More than one ring tells of. */
    @Test
    void tellsOfAllThatGoesWithAnAccount() {
        long liked = barking.bark(bella, "Good morning");
        reactions.like(rex, liked);
        List<BarkChange> gone = new ArrayList<>();
        for (int i = 0; i < LiveBarks.MOST_AT_ONCE + 100; i++) {
            long bark = barking.bark(rex, "Woof " + i);
            gone.add(new BarkChange.Gone(bark));
        }
        await().atMost(PATIENCE).until(() -> live.newSince(opened, note -> note.byId() == rex.id()) == LiveBarks.KEPT);
        heard.clear();

        account.close(new OpenSignIns(signIns, jdbc).open(rex, OpenSignIns.OFFICE), true);

        assertThat(live.newSince(opened, note -> note.byId() == rex.id())).isZero();
        await().atMost(PATIENCE).until(() -> heard.containsAll(gone));
        assertThat(updatesOf(liked))
                .anySatisfy(update -> assertThat(update.counts()).isEqualTo(new BarkCounts(0, 0, 0)));
    }

    @Test
    void saysAtLeastSoManyToAPageThatFellFarBehind() {
        IntStream.range(0, LiveBarks.KEPT + 100).forEach(i -> barking.bark(rex, "Woof " + i));

        await().atMost(PATIENCE).until(() -> live.position() >= opened + LiveBarks.KEPT + 100);
        assertThat(live.newSince(opened, note -> true)).isEqualTo(LiveBarks.KEPT);
    }

    @Test
    void tellsWhatHasChanged() {
        long bark = barking.bark(rex, "Stand-up at 8:15");
        reactions.like(bella, bark);
        await().atMost(PATIENCE)
                .until(() -> updatesOf(bark).stream()
                        .anyMatch(update -> update.counts().equals(new BarkCounts(0, 0, 1))));

        barks.edit(rex, bark, new BarkText("Stand-up at 8:30"), Optional.empty());
        await().atMost(PATIENCE)
                .until(() -> updatesOf(bark).stream()
                        .anyMatch(update -> update.text().equals("Stand-up at 8:30")
                                && update.editedAt().isPresent()));

        barking.reply(bella, bark, "Thank you");
        await().atMost(PATIENCE)
                .until(() -> updatesOf(bark).stream()
                        .anyMatch(update -> update.counts().equals(new BarkCounts(1, 0, 1))));
    }

    @Test
    void whoLikesOrTakesThatBackIsToldSoOnAllPages() {
        long bark = barking.bark(rex, "Stand-up at 8:15");
        reactions.like(bella, bark);
        reactions.rebark(bella, bark);
        await().atMost(PATIENCE).until(() -> isMarked(bark, new BarkCard.ReaderMarks(false, true, true, false)));

        reactions.unlike(bella, bark);
        await().atMost(PATIENCE).until(() -> isMarked(bark, new BarkCard.ReaderMarks(false, false, true, false)));

        reactions.undoRebark(bella, bark);
        await().atMost(PATIENCE).until(() -> isMarked(bark, new BarkCard.ReaderMarks(false, false, false, false)));
    }

    private boolean isMarked(long bark, BarkCard.ReaderMarks marks) {
        return updatesOf(bark).stream()
                .anyMatch(update -> marks.equals(update.marks().get(bella.id())));
    }

    @Test
    void aPageThatIsClosedHearsNothingMore() {
        listening.stop();
        Queue<BarkChange> witness = new ConcurrentLinkedQueue<>();
        listening = live.listen(witness::addAll);

        long bark = barking.bark(rex, "Woof");
        reactions.like(bella, bark);

        await().atMost(PATIENCE).until(() -> !witness.isEmpty());
        assertThat(heard).isEmpty();
    }

    private void awaitNotes(int expected) {
        await().atMost(PATIENCE).until(() -> live.newSince(opened, this::isOurs) == expected);
    }

    private boolean isOurs(BarkNote note) {
        return note.byId() == rex.id() || note.byId() == bella.id();
    }

    private List<BarkChange.Updated> updatesOf(long barkId) {
        return heard.stream()
                .filter(BarkChange.Updated.class::isInstance)
                .map(BarkChange.Updated.class::cast)
                .filter(update -> update.barkId() == barkId)
                .toList();
    }
}
