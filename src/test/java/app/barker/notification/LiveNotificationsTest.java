package app.barker.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.account.AccountService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.Reactions;
import app.barker.follow.Readers;
import app.barker.live.Doorbell;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.CountedStatements;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestDatabase;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

@DatabaseTest
class LiveNotificationsTest {

    /** Ten times the second that is promised. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    LiveNotifications live;

    @Autowired
    Notifications notifications;

    @Autowired
    NotificationTable table;

    @Autowired
    InboxTable inboxes;

    @Autowired
    NotificationQuery query;

    @Autowired
    Readers readers;

    @Autowired
    Doorbell doorbell;

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    AccountService accounts;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CountedStatements statements;

    private final Page page = new Page();
    private Barking barking;
    private Viewer rex;
    private Viewer bella;
    private long bark;
    private Doorbell.Listening listening = () -> {};

    /** What a tab would show, and how often it changed. */
    private static final class Page implements LiveNotifications.Listener {

        private final List<Integer> shown = new CopyOnWriteArrayList<>(List.of(0));
        private final Clock clock;

        Page() {
            this(Clock.systemUTC());
        }

        Page(Clock clock) {
            this.clock = clock;
        }

        @Override
        public void hear(Unread unread) {
            int wanted = unread.badge(badge(), clock.instant());
            if (wanted != badge()) {
                shown.add(wanted);
            }
        }

        int badge() {
            return shown.getLast();
        }

        int pushes() {
            return shown.size() - 1;
        }
    }

    @BeforeEach
    void rexHasAPageOpen() {
        barking = new Barking(barks);
        rex = signUp("rex");
        bella = signUp("bella");
        bark = barking.bark(rex, "Ball found");
        listening = live.listen(rex, page);
        assertThat(live.look(rex).count()).isZero();
    }

    @AfterEach
    void itIsClosed() {
        listening.stop();
    }

    @Test
    void aPageHearsOfWhatIsNewAndWhatIsRead() {
        barking.reply(bella, bark, "Where");
        await().atMost(PATIENCE).until(() -> page.badge() == 1);
        barking.reply(bella, bark, "When");
        await().atMost(PATIENCE).until(() -> page.badge() == 2);

        notifications.markRead(rex, Notifications.NEWEST);

        await().atMost(PATIENCE).until(() -> page.badge() == 0);
    }

    /** As fast as eight can press. */
    @Test
    void aThousandLikesOfOneBarkAreOneRowAndAHandfulOfPushes() {
        List<Viewer> fans =
                IntStream.range(0, 1_000).mapToObj(number -> insertPerson()).toList();

        AtOnce.run(8, hand -> {
            IntStream.range(0, fans.size())
                    .filter(number -> number % 8 == hand)
                    .forEach(number -> reactions.like(fans.get(number), bark));
            return hand;
        });
        await().atMost(PATIENCE).until(() -> page.badge() == 1);
        Page witness = new Page();
        Doorbell.Listening another = live.listen(bella, witness);
        barking.bark(rex, "@" + bella.username());
        await().atMost(PATIENCE).until(() -> witness.badge() == 1);
        another.stop();

        List<Notification> told = notifications
                .page(rex, EnumSet.allOf(NotificationKind.class), Notifications.NEWEST, 100)
                .notifications();
        assertThat(told).extracting(Notification::count).containsExactly(1_000L);
        assertThat(jdbc.sql("select count(*) from notifications where recipient_id = ?")
                        .param(rex.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(page.pushes()).isBetween(1, 5);
    }

    @Test
    void whatIsTakenBackOrDeletedMakesItSmaller() {
        reactions.like(bella, bark);
        long answer = barking.reply(bella, bark, "Where");
        await().atMost(PATIENCE).until(() -> page.badge() == 2);

        reactions.unlike(bella, bark);
        await().atMost(PATIENCE).until(() -> page.badge() == 1);

        barks.delete(bella, answer);
        await().atMost(PATIENCE).until(() -> page.badge() == 0);
    }

    @Test
    void aPageThatIsClosedHearsNothingMoreAndNobodyLooksForIt() {
        Page other = new Page();
        Doorbell.Listening second = live.listen(rex, other);
        listening.stop();

        barking.reply(bella, bark, "Where");
        await().atMost(PATIENCE).until(() -> other.badge() == 1);
        second.stop();

        assertThat(page.badge()).isZero();
        assertThat(live.look(rex).count()).isEqualTo(1);
    }

    /** The nights in Berlin in which the clocks change, and one in which they do not. */
    @ParameterizedTest
    @CsvSource({
        "2126-01-10T23:00:00Z, 2126-01-11T06:00:00Z",
        "2026-03-28T23:00:00Z, 2026-03-29T05:00:00Z",
        "2026-10-24T23:00:00Z, 2026-10-25T06:00:00Z"
    })
    void quietHoursKeepTheBadgeAsItIsAndItIsCaughtUpWhenTheyEnd(Instant night, Instant end) throws Exception {
        notifications.choose(
                rex,
                new NotificationPreferences(
                        EnumSet.allOf(NotificationKind.class),
                        Optional.of(
                                new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Europe/Berlin")))));
        SetClock clock = new SetClock(night);
        Page quiet = new Page(clock);
        LiveNotifications itsLive = new LiveNotifications(
                doorbell,
                new Notifications(accounts, inboxes, query, readers, event -> {}, clock),
                table,
                database,
                clock);
        Doorbell.Listening itsListening = itsLive.listen(rex, quiet);
        assertThat(itsLive.look(rex).badge(0, clock.instant())).isZero();

        barking.reply(bella, bark, "In the night");
        itsLive.note(new InboxChanged(rex.id()));
        await().atMost(PATIENCE).until(() -> itsLive.look(rex).count() == 1);
        clock.now = end.minusMillis(1);
        itsLive.endQuietHours();
        waitForARing();
        assertThat(quiet.pushes()).isZero();
        assertThat(itsLive.look(rex).badge(0, clock.instant())).isZero();

        clock.now = end;
        itsLive.endQuietHours();

        await().atMost(PATIENCE).until(() -> quiet.badge() == 1);
        itsListening.stop();
    }

    @Test
    void whoReadsInQuietHoursSeesTheBadgeGo() {
        Instant night = Instant.parse("2026-01-10T23:00:00Z");
        var hours = Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneOffset.UTC));

        assertThat(new Unread(2, hours).badge(3, night)).isEqualTo(2);
        assertThat(new Unread(0, hours).badge(3, night)).isZero();
        assertThat(new Unread(4, hours).badge(3, night)).isEqualTo(3);
        assertThat(new Unread(4, hours).badge(3, night.plus(Duration.ofHours(8))))
                .isEqualTo(4);
    }

    /** As if another node had written it: nothing is published here. */
    @Test
    void whatAnotherNodeWritesIsLearnedFromTheDatabase() {
        jdbc.sql("insert into notifications (recipient_id, kind, bark_id, at) values (?, 'REPLY', ?, ?)")
                .params(rex.id(), replyUntold(), Timestamp.from(Instant.now()))
                .update();

        long asked = statements.during(live::learnFromOthers);

        if (TestDatabase.isPostgres()) {
            await().atMost(PATIENCE).until(() -> page.badge() == 1);
        } else {
            assertThat(asked).as("H2 is one process: there is nothing to learn").isZero();
        }
    }

    private long replyUntold() {
        jdbc.sql("insert into barks (author_id, text, post_key, created_at, parent_id, root_id)"
                        + " values (?, 'Hello', ?, now(), ?, ?)")
                .params(bella.id(), UUID.randomUUID(), bark, bark)
                .update();
        return jdbc.sql("select max(id) from barks where author_id = ?")
                .param(bella.id())
                .query(Long.class)
                .single();
    }

    /** Whatever was to be told has been told by then. */
    private void waitForARing() {
        var rung = new CountDownLatch(2);
        Doorbell.Listening bell = doorbell.listen(() -> {
            rung.countDown();
            doorbell.ring();
        });
        doorbell.ring();
        await().atMost(PATIENCE).until(() -> rung.getCount() == 0);
        bell.stop();
    }

    /** Without a password: a thousand of these would take a minute. */
    private Viewer insertPerson() {
        String username = "fan-" + UUID.randomUUID().toString().substring(0, 12);
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into users (username, password_hash, role, created_at) values (?, '-', 'USER', now())")
                .param(username)
                .update(key, "id");
        return new Viewer(Objects.requireNonNull(key.getKey()).longValue(), username, Role.USER);
    }

    private Viewer signUp(String dog) {
        return new Dogs(accounts)
                .signUp(dog + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static final class SetClock extends Clock {

        private volatile Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
