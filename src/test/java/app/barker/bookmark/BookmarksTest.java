package app.barker.bookmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkNotFound;
import app.barker.bark.BarkService;
import app.barker.bark.Reactions;
import app.barker.follow.BlockService;
import app.barker.follow.MuteService;
import app.barker.live.Doorbell;
import app.barker.signin.OpenSignIns;
import app.barker.signin.OwnAccount;
import app.barker.signin.SignIns;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestClock;
import app.barker.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class BookmarksTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    BookmarkTable table;

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    Timeline timeline;

    @Autowired
    BlockService blocks;

    @Autowired
    MuteService mutes;

    @Autowired
    AccountService accounts;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    SignIns signIns;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AutoClose("destroy")
    private final Doorbell doorbell = new Doorbell();

    private final TestClock clock = new TestClock();
    private final List<ReminderDue> told = new CopyOnWriteArrayList<>();
    private Bookmarks bookmarks;
    private Viewer bella;
    private Viewer rex;
    private long first;
    private long second;

    /** Bella comes first: whoever is the only administrator cannot leave. */
    @BeforeEach
    void bellaHasBarked() {
        jdbc.sql("delete from reminders").update();
        bookmarks = new Bookmarks(table, barks, accounts, event -> {}, clock);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        first = new Barking(barks).bark(bella, "First");
        second = new Barking(barks).bark(bella, "Second");
    }

    @Test
    void theNewestBookmarkComesFirstWhateverTheBarksAge() {
        add(rex, second);
        add(rex, first);
        add(rex, second);

        assertThat(bookmarkedBy(rex)).containsExactly(first, second);

        remove(rex, first);
        remove(rex, first);
        assertThat(bookmarkedBy(rex)).containsExactly(second);
    }

    @Test
    void pagesGoOnBehindABookmark() {
        for (int i = 0; i < 25; i++) {
            add(rex, new Barking(barks).bark(bella, "Bark " + i));
        }

        var page = timeline.bookmarked(rex, Timeline.NEWEST, 20);
        assertThat(page.more()).isTrue();
        assertThat(page.barks()).hasSize(20).first().extracting(BarkCard::text).isEqualTo("Bark 24");
        assertThat(timeline.bookmarked(rex, page.next(), 20).barks())
                .extracting(BarkCard::text)
                .containsExactly("Bark 4", "Bark 3", "Bark 2", "Bark 1", "Bark 0");
    }

    @Test
    void nobodyElseLearnsOfIt() {
        add(rex, first);

        assertThat(marks(rex).bookmarked()).isTrue();
        assertThat(marks(bella).bookmarked()).isFalse();
        assertThat(bookmarkedBy(bella)).isEmpty();
    }

    @Test
    void twentyClicksAtOnceAreOneBookmark() {
        AtOnce.run(20, i -> {
            add(rex, first);
            return i;
        });

        assertThat(bookmarkedBy(rex)).containsExactly(first);
    }

    @Test
    void aDeletedBarkLeavesTheBookmarksAndIsToldOfNoMore() {
        remindInAnHour(rex, first);

        barks.delete(bella, first);
        clock.advance(HOUR);
        reminders().look();

        assertThat(bookmarkedBy(rex)).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void whoIsBlockedIsNotShownAndWhoIsMutedIs() {
        add(rex, first);
        mutes.mutePerson(rex, bella.username(), Optional.empty());
        assertThat(bookmarkedBy(rex)).containsExactly(first);

        blocks.block(bella, rex.username());

        assertThat(bookmarkedBy(rex)).isEmpty();
        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> add(rex, second));
        blocks.unblock(bella, rex.username());
        assertThat(bookmarkedBy(rex)).containsExactly(first);
    }

    @Test
    void aRebarkIsNoBarkToKeep() {
        reactions.rebark(rex, first);
        long entry = timeline.barksOf(bella, rex.id(), Timeline.NEWEST, 20)
                .barks()
                .getFirst()
                .entryId();

        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> add(rex, entry));
    }

    @Test
    void whoseAccountIsGoneKeepsNothing() {
        add(rex, first);
        remindInAnHour(rex, second);

        ownAccount.close(new OpenSignIns(signIns, jdbc).open(rex, OpenSignIns.OFFICE), false);

        assertThat(jdbc.sql("select count(*) from bookmarks where account_id = ?")
                        .param(rex.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> add(rex, first));
        assertThatExceptionOfType(AccountGone.class)
                .isThrownBy(() -> add(new Viewer(Long.MAX_VALUE, "ghost", Role.ADMIN), first));
    }

    @Test
    void aReminderBookmarksAndIsToldWhenItIsTimeOnce() {
        assertThat(remindInAnHour(rex, first)).isEmpty();
        assertThat(bookmarkedBy(rex)).containsExactly(first);
        Reminders reminders = reminders();

        clock.advance(HOUR.minusSeconds(1));
        reminders.look();
        assertThat(told).isEmpty();
        assertThat(reminders.unseenOf(rex.id())).isZero();

        clock.advance(Duration.ofSeconds(1));
        reminders.look();
        reminders.look();
        assertThat(told).containsExactly(new ReminderDue(rex.id(), first));
        assertThat(reminders.unseenOf(rex.id())).isEqualTo(1);
        assertThat(reminders.unseenOf(bella.id())).isZero();
        assertThat(bookmarks.remindersOf(rex)).singleElement().matches(Reminder::isTold);
    }

    @Test
    void whatCameDueWhileNoServerRanIsToldOnceAtTheStart() {
        remindInAnHour(rex, first);
        remindInAnHour(bella, second);
        clock.advance(Duration.ofDays(3));

        reminders().look();
        reminders().look();

        assertThat(told)
                .containsExactlyInAnyOrder(new ReminderDue(rex.id(), first), new ReminderDue(bella.id(), second));
    }

    @Test
    void ofManyNodesOneTells() {
        for (int i = 0; i < 120; i++) {
            remindInAnHour(rex, new Barking(barks).bark(bella, "Bark " + i));
        }
        clock.advance(HOUR);

        AtOnce.run(4, i -> {
            reminders().look();
            return i;
        });

        assertThat(told).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void anotherTimeTakesThePlaceOfTheOneBefore() {
        remindInAnHour(rex, first);
        remind(rex, first, clock.instant().plus(HOUR.multipliedBy(2)));

        clock.advance(HOUR);
        reminders().look();
        assertThat(told).isEmpty();

        clock.advance(HOUR);
        reminders().look();
        assertThat(told).hasSize(1);
    }

    @Test
    void whatIsSeenIsCountedNoMoreAndWhatIsCancelledNeverTold() {
        remindInAnHour(rex, first);
        remindInAnHour(rex, second);
        forget(rex, second);
        clock.advance(HOUR);
        Reminders reminders = reminders();
        reminders.look();
        assertThat(told).containsExactly(new ReminderDue(rex.id(), first));
        forget(bella, first);
        assertThat(bookmarks.remindersOf(rex)).hasSize(1);

        forget(rex, first);
        reminders.look();

        assertThat(reminders.unseenOf(rex.id())).isZero();
        assertThat(bookmarks.remindersOf(rex)).isEmpty();
        assertThat(bookmarkedBy(rex)).contains(first, second);
    }

    @Test
    void ofWhomABlockKeepsAwayNothingIsTold() {
        remindInAnHour(rex, first);
        blocks.block(rex, bella.username());
        clock.advance(HOUR);
        Reminders reminders = reminders();

        reminders.look();

        assertThat(told).isEmpty();
        assertThat(reminders.unseenOf(rex.id())).isZero();
    }

    @Test
    void aTimeThatIsOverOrFarAwayIsRefused() {
        Instant now = clock.instant();

        assertThat(remind(rex, first, now)).contains(ReminderProblem.PAST);
        assertThat(remind(rex, first, Instant.MIN)).contains(ReminderProblem.PAST);
        assertThat(remind(rex, first, now.plus(Duration.ofDays(800)))).contains(ReminderProblem.TOO_FAR);
        assertThat(remind(rex, first, Instant.MAX)).contains(ReminderProblem.TOO_FAR);
        assertThat(bookmarkedBy(rex)).isEmpty();
    }

    @Test
    void nobodySetsMoreThanTwoHundred() {
        for (int i = 0; i < Bookmarks.MOST_REMINDERS; i++) {
            remindInAnHour(rex, new Barking(barks).bark(bella, "Bark " + i));
        }

        assertThat(remindInAnHour(rex, first)).contains(ReminderProblem.TOO_MANY);
        assertThat(remindInAnHour(bella, first)).isEmpty();
    }

    private Reminders reminders() {
        return new Reminders(table, doorbell, event -> told.add((ReminderDue) event), transaction, clock);
    }

    private void add(Viewer me, long bark) {
        transaction.executeWithoutResult(tx -> bookmarks.add(me, bark));
    }

    private void remove(Viewer me, long bark) {
        transaction.executeWithoutResult(tx -> bookmarks.remove(me, bark));
    }

    private Optional<ReminderProblem> remindInAnHour(Viewer me, long bark) {
        return remind(me, bark, clock.instant().plus(HOUR));
    }

    private Optional<ReminderProblem> remind(Viewer me, long bark, Instant at) {
        return transaction.execute(tx -> bookmarks.remind(me, bark, at));
    }

    private void forget(Viewer me, long bark) {
        transaction.executeWithoutResult(tx -> bookmarks.forgetReminder(me, bark));
    }

    private List<Long> bookmarkedBy(Viewer reader) {
        return timeline.bookmarked(reader, Timeline.NEWEST, 50).barks().stream()
                .map(BarkCard::id)
                .toList();
    }

    private BarkCard.ReaderMarks marks(Viewer reader) {
        return timeline.card(reader, first).orElseThrow().marks();
    }
}
