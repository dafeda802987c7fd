package app.barker.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.Reactions;
import app.barker.follow.BlockService;
import app.barker.follow.FollowService;
import app.barker.follow.MuteService;
import app.barker.signin.OpenSignIns;
import app.barker.signin.OwnAccount;
import app.barker.signin.SignIns;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.CountedStatements;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class NotificationsTest {

    @Autowired
    Notifications notifications;

    @Autowired
    NotificationSweep sweep;

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    FollowService follows;

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
    CountedStatements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Barking barking;
    private Viewer rex;
    private Viewer bella;
    private Viewer otto;
    private long bark;

    @BeforeEach
    void rexHasBarked() {
        barking = new Barking(barks);
        rex = signUp("rex");
        bella = signUp("bella");
        otto = signUp("otto");
        bark = barking.bark(rex, "Ball found");
        assertThat(unread(rex)).isZero();
    }

    @Test
    void likesOfOneBarkAreOneNotificationThatNamesTheLastOnes() {
        reactions.like(bella, bark);
        reactions.like(otto, bark);

        Notification told = only(rex);
        assertThat(told.kind()).isEqualTo(NotificationKind.LIKE);
        assertThat(names(told)).containsExactly(otto.username(), bella.username());
        assertThat(told.count()).isEqualTo(2);
        assertThat(told.about()).hasValueSatisfying(about -> {
            assertThat(about.barkId()).isEqualTo(bark);
            assertThat(about.text()).isEqualTo("Ball found");
        });
        assertThat(told.unread()).isTrue();
        assertThat(unread(rex)).isEqualTo(1);
    }

    @Test
    void ofManyTheLastFourAreNamedAndAllAreCounted() {
        List<Viewer> six = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            six.add(signUp("fan" + i));
            reactions.like(six.getLast(), bark);
        }

        assertThat(names(only(rex)))
                .containsExactlyElementsOf(
                        six.reversed().stream().limit(4).map(Viewer::username).toList());
        assertThat(only(rex).count()).isEqualTo(6);
    }

    @Test
    void aLikeTakenBackMakesItSmallerAndTheLastOneTakesItAway() {
        reactions.like(bella, bark);
        reactions.like(otto, bark);

        reactions.unlike(otto, bark);
        assertThat(names(only(rex))).containsExactly(bella.username());
        assertThat(only(rex).count()).isEqualTo(1);

        reactions.unlike(bella, bark);
        assertThat(shown(rex)).isEmpty();
        assertThat(unread(rex)).isZero();

        reactions.like(bella, bark);
        assertThat(names(only(rex))).containsExactly(bella.username());
    }

    @Test
    void whatIsTakenBackAndGivenAgainIsNoNewsWhenItHasBeenRead() {
        reactions.like(bella, bark);
        reactions.rebark(bella, bark);
        follows.follow(bella, rex.username());
        assertThat(unread(rex)).isEqualTo(3);
        notifications.markRead(rex, Notifications.NEWEST);
        List<Long> told = ids(rex);

        for (int i = 0; i < 2; i++) {
            reactions.unlike(bella, bark);
            reactions.undoRebark(bella, bark);
            follows.unfollow(bella, rex.username());
            assertThat(shown(rex)).isEmpty();

            reactions.like(bella, bark);
            reactions.rebark(bella, bark);
            follows.follow(bella, rex.username());
            assertThat(ids(rex)).isEqualTo(told);
            assertThat(unread(rex)).isZero();
        }

        reactions.like(otto, bark);
        assertThat(unread(rex)).isEqualTo(1);
        reactions.like(bella, barking.bark(rex, "Another one"));
        assertThat(unread(rex)).isEqualTo(2);
    }

    @Test
    void rebarksAndLikesAreToldApartAndEachBarkByItself() {
        long another = barking.bark(rex, "Ball lost");
        reactions.like(bella, bark);
        reactions.rebark(bella, bark);
        reactions.like(bella, another);

        assertThat(kinds(rex)).containsExactly(NotificationKind.LIKE, NotificationKind.REBARK, NotificationKind.LIKE);

        reactions.undoRebark(bella, bark);
        assertThat(kinds(rex)).containsExactly(NotificationKind.LIKE, NotificationKind.LIKE);
    }

    @Test
    void followersOfADayAreOneAndWhoLeavesIsNotAmongThem() {
        follows.follow(bella, rex.username());
        follows.follow(otto, rex.username());

        assertThat(only(rex).kind()).isEqualTo(NotificationKind.FOLLOW);
        assertThat(names(only(rex))).containsExactly(otto.username(), bella.username());
        assertThat(only(rex).about()).isEmpty();

        follows.unfollow(otto, rex.username());
        assertThat(names(only(rex))).containsExactly(bella.username());
        follows.unfollow(bella, rex.username());
        assertThat(shown(rex)).isEmpty();
    }

    @Test
    void everyReplyIsOne() {
        long first = barking.reply(bella, bark, "Where");
        long second = barking.reply(bella, bark, "When");

        assertThat(shown(rex))
                .extracting(told -> told.about().orElseThrow().barkId())
                .containsExactly(second, first);
        assertThat(kinds(rex)).containsOnly(NotificationKind.REPLY);
        assertThat(unread(rex)).isEqualTo(2);
    }

    @Test
    void aReplyThatAlsoMentionsIsToldOnce() {
        barking.reply(bella, bark, "@" + rex.username() + " and @" + otto.username());

        assertThat(only(rex).kind()).isEqualTo(NotificationKind.REPLY);
        assertThat(only(otto).kind()).isEqualTo(NotificationKind.MENTION);
        assertThat(names(only(otto))).containsExactly(bella.username());
    }

    @Test
    void whoDoesNotWantRepliesHearsOfTheMentionInOne() {
        choose(rex, EnumSet.of(NotificationKind.MENTION));

        barking.reply(bella, bark, "Nice");
        barking.reply(bella, bark, "@" + rex.username());

        assertThat(only(rex).kind()).isEqualTo(NotificationKind.MENTION);
    }

    @Test
    void nobodyHearsOfThemselves() {
        reactions.like(rex, bark);
        reactions.rebark(rex, bark);
        barking.reply(rex, bark, "I, @" + rex.username() + ", found it");

        assertThat(shown(rex)).isEmpty();
        assertThat(rowsOf(rex)).isZero();

        reactions.like(bella, bark);
        assertThat(only(rex).count()).isEqualTo(1);
        assertThat(names(only(rex))).containsExactly(bella.username());
    }

    @Test
    void aMentionThatAnEditAddsIsToldOnceAlsoWhenItGoesAndComesBack() {
        long edited = barking.bark(bella, "Hello");
        assertThat(shown(otto)).isEmpty();

        edit(edited, "Hello @" + otto.username());
        long id = only(otto).id();
        notifications.markRead(otto, id);

        edit(edited, "Hello");
        assertThat(shown(otto)).isEmpty();

        edit(edited, "Hello again @" + otto.username());
        assertThat(only(otto).id()).isEqualTo(id);
        assertThat(unread(otto)).isZero();

        edit(edited, "Hello @" + otto.username() + " and @" + rex.username());
        assertThat(unread(otto)).isZero();
        assertThat(only(rex).kind()).isEqualTo(NotificationKind.MENTION);
    }

    @Test
    void anEditOfAnAnswerDoesNotTellOfTheAnswerAgain() {
        long answer = barking.reply(bella, bark, "Where");
        notifications.markRead(rex, only(rex).id());

        edit(answer, "When");
        edit(answer, "When, @" + rex.username());

        assertThat(only(rex).about().orElseThrow().text()).isEqualTo("When, @" + rex.username());
        assertThat(unread(rex)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBlockTakesAwayWhatWasTold(boolean byRex) {
        barking.reply(bella, bark, "Where");
        barking.bark(bella, "@" + rex.username());
        reactions.like(bella, bark);
        reactions.rebark(bella, bark);
        follows.follow(bella, rex.username());
        reactions.like(otto, barking.bark(bella, "Mine"));
        reactions.like(rex, barking.bark(bella, "Mine, too"));
        assertThat(kinds(rex)).hasSize(5);
        assertThat(shown(bella)).hasSize(2);

        block(byRex);
        assertThat(shown(rex)).isEmpty();
        assertThat(unread(rex)).isZero();
        assertThat(names(only(bella))).containsExactly(otto.username());

        unblock(byRex);
        assertThat(shown(rex)).isEmpty();
        assertThat(names(only(bella))).containsExactly(otto.username());
    }

    @Test
    void aBlockedPersonIsNotAmongThoseWhoLike() {
        reactions.like(bella, bark);
        reactions.like(otto, bark);

        blocks.block(rex, bella.username());

        assertThat(names(only(rex))).containsExactly(otto.username());
        assertThat(only(rex).count()).isEqualTo(1);
    }

    @Test
    void aMutedPersonIsNotHeardOfAlsoWhenTheMuteHasEnded() {
        barking.reply(bella, bark, "Before");
        mutes.mutePerson(rex, bella.username(), Optional.empty());
        assertThat(shown(rex)).isEmpty();

        barking.reply(bella, bark, "Meanwhile");
        barking.bark(bella, "@" + rex.username());
        reactions.rebark(bella, bark);
        follows.follow(bella, rex.username());
        assertThat(shown(rex)).isEmpty();
        assertThat(unread(rex)).isZero();
        assertThat(rowsOf(rex)).isEqualTo(1);

        mutes.unmutePerson(rex, bella.username());
        assertThat(only(rex).about().orElseThrow().text()).isEqualTo("Before");
    }

    @Test
    void aMutedPersonBringsNothingUpAndIsNotCounted() {
        reactions.like(otto, bark);
        notifications.markRead(rex, only(rex).id());
        mutes.mutePerson(rex, bella.username(), Optional.empty());

        reactions.like(bella, bark);

        assertThat(names(only(rex))).containsExactly(otto.username());
        assertThat(only(rex).count()).isEqualTo(1);
        assertThat(unread(rex)).isZero();
    }

    @Test
    void aMutedThreadIsNotHeardOf() {
        barking.reply(bella, bark, "Before");
        mutes.muteThread(rex, bark, Optional.empty());
        assertThat(shown(rex)).isEmpty();

        long answer = barking.reply(bella, bark, "Meanwhile");
        barking.reply(otto, answer, "@" + rex.username());
        reactions.like(bella, bark);

        assertThat(shown(rex)).isEmpty();
        assertThat(unread(rex)).isZero();
        mutes.unmuteThread(rex, bark);
        assertThat(only(rex).about().orElseThrow().text()).isEqualTo("Before");
    }

    @Test
    void aMutedWordIsNotHeardOfInTheWordsOfOthers() {
        mutes.muteWord(rex, "cats", Optional.empty());
        long ofCats = barking.bark(rex, "I saw cats");

        barking.reply(bella, bark, "CATS, too");
        reactions.like(bella, ofCats);

        assertThat(only(rex).kind()).isEqualTo(NotificationKind.LIKE);
        assertThat(unread(rex)).isEqualTo(1);
    }

    @Test
    void aBannedPersonIsNotHeardOfUntilTheBanEnds() {
        barking.reply(bella, bark, "Where");
        reactions.like(bella, bark);
        assertThat(shown(rex)).hasSize(2);

        jdbc.sql("update users set banned_at = ?, ban_reason = 'Bites' where id = ?")
                .params(Timestamp.from(clock.instant()), bella.id())
                .update();
        assertThat(shown(rex)).isEmpty();
        assertThat(unread(rex)).isZero();

        jdbc.sql("update users set banned_at = null, ban_reason = null where id = ?")
                .param(bella.id())
                .update();
        assertThat(shown(rex)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClosedAccountIsNotHeardOfAndKeepsNothing(boolean withBarks) {
        barking.reply(bella, bark, "Where");
        reactions.like(bella, bark);
        reactions.like(rex, barking.bark(bella, "Mine"));
        assertThat(rowsOf(bella)).isEqualTo(1);

        ownAccount.close(new OpenSignIns(signIns, jdbc).open(bella, OpenSignIns.OFFICE), withBarks);

        assertThat(shown(rex)).isEmpty();
        assertThat(unread(rex)).isZero();
        assertThat(rowsOf(bella)).isZero();
        assertThat(jdbc.sql("select count(*) from inboxes where account_id = ?")
                        .param(bella.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(repliesTo(rex)).isZero();
        if (!withBarks) {
            // Nobody is told there any more.
            reactions.like(otto, hers());
            assertThat(rowsOf(bella)).isZero();
        }
    }

    @Test
    void aDeletedBarkTakesItsNotificationsAlong() {
        reactions.like(bella, bark);
        long answer = barking.reply(bella, bark, "Where");
        assertThat(rowsOf(rex)).isEqualTo(2);

        barks.delete(bella, answer);
        assertThat(kinds(rex)).containsExactly(NotificationKind.LIKE);

        barks.delete(rex, bark);
        assertThat(rowsOf(rex)).isZero();
    }

    @Test
    void whatIsReadIsNotNewAndWhatComesLaterIs() {
        barking.reply(bella, bark, "One");
        barking.reply(bella, bark, "Two");
        List<Notification> both = shown(rex);

        notifications.markRead(rex, both.getLast().id());
        assertThat(shown(rex)).extracting(Notification::unread).containsExactly(true, false);
        assertThat(unread(rex)).isEqualTo(1);

        notifications.markRead(rex, both.getFirst().id());
        notifications.markRead(rex, both.getLast().id());
        assertThat(unread(rex)).isZero();

        barking.reply(bella, bark, "Three");
        assertThat(shown(rex)).extracting(Notification::unread).containsExactly(true, false, false);
    }

    @Test
    void aNewLikeBringsUpWhatWasRead() {
        reactions.like(bella, bark);
        barking.reply(bella, bark, "Where");
        notifications.markRead(rex, Notifications.NEWEST);
        assertThat(unread(rex)).isZero();

        reactions.like(otto, bark);

        assertThat(kinds(rex)).containsExactly(NotificationKind.LIKE, NotificationKind.REPLY);
        assertThat(shown(rex)).extracting(Notification::unread).containsExactly(true, false);
        assertThat(shown(rex).getFirst().count()).isEqualTo(2);
    }

    @Test
    void nobodyReadsMoreThanThereIs() {
        barking.reply(bella, bark, "One");

        notifications.markRead(rex, Long.MAX_VALUE - 1);
        assertThat(unread(rex)).isZero();

        barking.reply(bella, bark, "Two");
        assertThat(unread(rex)).isEqualTo(1);
    }

    @Test
    void whatSomebodyReadsIsTheirOwnAlone() {
        barking.reply(bella, bark, "One");
        barking.bark(bella, "@" + otto.username());
        long ofRex = only(rex).id();

        notifications.markRead(bella, ofRex);
        notifications.markRead(otto, Notifications.NEWEST);

        assertThat(unread(rex)).isEqualTo(1);
        assertThat(shown(bella)).isEmpty();
        assertThat(shown(otto)).extracting(Notification::id).doesNotContain(ofRex);
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyDoesNotWantToHearOfIsNotTold(NotificationKind unwanted) {
        choose(rex, EnumSet.complementOf(EnumSet.of(unwanted)));

        barking.reply(bella, bark, "Where");
        barking.bark(bella, "@" + rex.username());
        reactions.like(bella, bark);
        reactions.rebark(bella, bark);
        follows.follow(bella, rex.username());

        assertThat(kinds(rex)).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(unwanted)));
    }

    @Test
    void whatIsChosenIsKept() {
        QuietHours hours = new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"));
        var wanted = new NotificationPreferences(EnumSet.of(NotificationKind.REPLY), Optional.of(hours));
        assertThat(notifications.preferencesOf(rex).wanted()).containsExactlyInAnyOrder(NotificationKind.values());
        assertThat(notifications.preferencesOf(rex).quiet()).isEmpty();

        notifications.choose(rex, wanted);

        assertThat(notifications.preferencesOf(rex)).isEqualTo(wanted);
        assertThat(notifications.unread(rex).quiet()).hasValue(hours);
        assertThat(notifications.preferencesOf(bella).quiet()).isEmpty();

        notifications.choose(rex, new NotificationPreferences(Set.of(), Optional.empty()));
        assertThat(notifications.preferencesOf(rex).quiet()).isEmpty();
    }

    @Test
    void aBannedPersonChangesNothing() {
        barking.reply(bella, bark, "One");
        jdbc.sql("update users set banned_at = ?, ban_reason = 'Bites' where id = ?")
                .params(Timestamp.from(clock.instant()), rex.id())
                .update();

        assertThatExceptionOfType(AccountGone.class)
                .isThrownBy(() -> notifications.markRead(rex, Notifications.NEWEST));
        assertThatExceptionOfType(AccountGone.class)
                .isThrownBy(() -> notifications.choose(rex, new NotificationPreferences(Set.of(), Optional.empty())));
        assertThat(unread(rex)).isEqualTo(1);
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int i = 0; i < 5; i++) {
            barking.reply(bella, bark, "Reply " + i);
        }
        List<String> texts = new ArrayList<>();
        long before = Notifications.NEWEST;
        NotificationPage page;
        do {
            page = notifications.page(rex, EnumSet.allOf(NotificationKind.class), before, 2);
            page.notifications()
                    .forEach(told -> texts.add(told.about().orElseThrow().text()));
            before = page.next();
        } while (page.more());

        assertThat(texts).containsExactly("Reply 4", "Reply 3", "Reply 2", "Reply 1", "Reply 0");
        assertThat(notifications.page(rex, EnumSet.of(NotificationKind.MENTION), Notifications.NEWEST, 2))
                .isEqualTo(new NotificationPage(List.of(), 0, false));
    }

    @Test
    void howManyAreNewIsOneStatementHoweverMuchThereIsAndAPageIsTwo() {
        for (int i = 0; i < 10; i++) {
            barking.reply(bella, bark, "Reply " + i);
            reactions.like(bella, barking.bark(rex, "Bark " + i));
        }
        follows.follow(bella, rex.username());
        unread(rex);

        assertThat(statements.during(() -> unread(rex))).isEqualTo(1);
        assertThat(statements.during(() -> shown(rex))).isEqualTo(2);
        assertThat(unread(rex)).isEqualTo(21);
    }

    @Test
    void moreThanAHundredAreCountedAsAHundred() {
        for (int i = 0; i < Unread.MOST + 5; i++) {
            jdbc.sql("insert into notifications (recipient_id, kind, bark_id, at) select ?, 'REPLY', ?, now()")
                    .params(rex.id(), rawBark(i))
                    .update();
        }

        assertThat(unread(rex)).isEqualTo(Unread.MOST);
    }

    /** And a second flood, while the first is unread, writes nothing. */
    @Test
    void aFloodOfLikesAtTheSameMomentIsOneRow() {
        int people = 40;
        List<Viewer> fans = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            fans.add(signUp("fan" + i));
        }

        AtOnce.run(people, number -> {
            reactions.like(fans.get(number), bark);
            return number;
        });

        assertThat(rowsOf(rex)).isEqualTo(1);
        assertThat(only(rex).count()).isEqualTo(people);
        assertThat(unread(rex)).isEqualTo(1);

        long id = only(rex).id();
        reactions.like(bella, bark);
        assertThat(only(rex).id()).isEqualTo(id);
        assertThat(only(rex).count()).isEqualTo(people + 1);

        AtOnce.run(people, number -> {
            reactions.unlike(fans.get(number), bark);
            return number;
        });
        assertThat(names(only(rex))).containsExactly(bella.username());
    }

    @Test
    void aFloodOfFollowersAtTheSameMomentIsOneRow() {
        int people = 20;
        List<Viewer> fans = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            fans.add(signUp("fan" + i));
        }

        AtOnce.run(people, number -> {
            follows.follow(fans.get(number), rex.username());
            return number;
        });

        assertThat(rowsOf(rex)).isEqualTo(1);
        assertThat(only(rex).count()).isEqualTo(people);
    }

    /** Each locks the other's inbox, and some both. */
    @Test
    void peopleWhoAnswerAndLikeEachOtherAtTheSameMomentDoNotWaitForEver() {
        long hers = barking.bark(bella, "Ball lost");
        String both = "@" + rex.username() + " @" + bella.username() + " @" + otto.username();

        AtOnce.run(12, number -> {
            switch (number % 4) {
                case 0 -> barking.reply(rex, hers, both);
                case 1 -> barking.reply(bella, bark, both);
                case 2 -> barking.bark(otto, both);
                default -> {
                    reactions.like(rex, hers);
                    reactions.like(bella, bark);
                }
            }
            return number;
        });

        assertThat(unread(rex)).isEqualTo(3 + 3 + 1);
        assertThat(unread(bella)).isEqualTo(3 + 3 + 1);
        assertThat(unread(otto)).isEqualTo(6);
    }

    @Test
    void whatIsOlderThanNinetyDaysGoes() {
        barking.reply(bella, bark, "Old");
        jdbc.sql("update notifications set at = ? where recipient_id = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofDays(91))), rex.id())
                .update();
        barking.reply(bella, bark, "Young");

        sweep.forgetOld();

        assertThat(only(rex).about().orElseThrow().text()).isEqualTo("Young");
    }

    private long rawBark(int number) {
        jdbc.sql("insert into barks (author_id, text, post_key, created_at) values (?, ?, ?, now())")
                .params(bella.id(), "Raw " + number, UUID.randomUUID())
                .update();
        return hers();
    }

    private long hers() {
        return jdbc.sql("select max(id) from barks where author_id = ? and text is not null and parent_id is null")
                .param(bella.id())
                .query(Long.class)
                .single();
    }

    private void block(boolean byRex) {
        if (byRex) {
            blocks.block(rex, bella.username());
        } else {
            blocks.block(bella, rex.username());
        }
    }

    private void unblock(boolean byRex) {
        if (byRex) {
            blocks.unblock(rex, bella.username());
        } else {
            blocks.unblock(bella, rex.username());
        }
    }

    private void choose(Viewer person, Set<NotificationKind> wanted) {
        notifications.choose(person, new NotificationPreferences(wanted, Optional.empty()));
    }

    private void edit(long barkId, String text) {
        barks.edit(bella, barkId, new BarkText(text), Optional.empty());
    }

    private Viewer signUp(String dog) {
        return new Dogs(accounts)
                .signUp(dog + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private List<Notification> shown(Viewer person) {
        return notifications
                .page(person, EnumSet.allOf(NotificationKind.class), Notifications.NEWEST, 100)
                .notifications();
    }

    private Notification only(Viewer person) {
        assertThat(shown(person)).hasSize(1);
        return shown(person).getFirst();
    }

    private List<NotificationKind> kinds(Viewer person) {
        return shown(person).stream().map(Notification::kind).toList();
    }

    private static List<String> names(Notification told) {
        return told.people().stream().map(BarkCard.Author::username).toList();
    }

    private int unread(Viewer person) {
        return notifications.unread(person).count();
    }

    private List<Long> ids(Viewer person) {
        return shown(person).stream().map(Notification::id).toList();
    }

    private int repliesTo(Viewer person) {
        return jdbc.sql("select count(*) from notifications where recipient_id = ? and kind = 'REPLY'")
                .param(person.id())
                .query(Integer.class)
                .single();
    }

    private int rowsOf(Viewer person) {
        return jdbc.sql("select count(*) from notifications where recipient_id = ?")
                .param(person.id())
                .query(Integer.class)
                .single();
    }
}
