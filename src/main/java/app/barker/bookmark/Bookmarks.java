package app.barker.bookmark;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkNotFound;
import app.barker.bark.BarkService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person puts aside, for nobody's eyes but theirs: not even how many have bookmarked a bark is told. Each is a row or none,
 * saying it twice changes nothing. All that change something throw {@link AccountGone} when the account does not stand any more.
 */
@Service
public class Bookmarks {

    /** Of one person, waiting or told. */
    public static final int MOST_REMINDERS = 200;

    private static final Duration FURTHEST = Duration.ofDays(2 * 366);

    private final BookmarkTable table;
    private final BarkService barks;
    private final AccountService accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bookmarks(
            BookmarkTable table,
            BarkService barks,
            AccountService accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.barks = barks;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a bark aside.
     *
     * @throws BarkNotFound when there is no such bark for the one who asks
     */
    @Transactional
    public void add(Viewer me, long barkId) {
        // Alone, so that two clicks at once come one after the other.
        accounts.lockAlone(me);
        barks.hold(me, barkId);
        table.add(me.id(), barkId, clock.instant());
    }

    /** Its reminder goes along. What is not there, or not for the one who asks any more, is no bookmark afterwards either. */
    @Transactional
    public void remove(Viewer me, long barkId) {
        accounts.lockAlone(me);
        table.remove(me.id(), barkId);
        events.publishEvent(new RemindersChanged());
    }

    /**
     * Bookmarks a bark, and tells the person of it at that time, once. Another time takes the place of the one before.
     *
     * @return why not, if so
     * @throws BarkNotFound when there is no such bark for the one who asks
     */
    @Transactional
    public Optional<ReminderProblem> remind(Viewer me, long barkId, Instant at) {
        Instant now = clock.instant();
        if (!at.isAfter(now)) {
            return Optional.of(ReminderProblem.PAST);
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            return Optional.of(ReminderProblem.TOO_FAR);
        }
        accounts.lockAlone(me);
        barks.hold(me, barkId);
        table.forgetReminder(me.id(), barkId);
        if (table.remindersOf(me.id()).size() >= MOST_REMINDERS) {
            return Optional.of(ReminderProblem.TOO_MANY);
        }
        table.add(me.id(), barkId, now);
        table.addReminder(me.id(), barkId, at);
        events.publishEvent(new RemindersChanged());
        return Optional.empty();
    }

    /** One that waits is not told; one that was told is seen. The bookmark stays. */
    @Transactional
    public void forgetReminder(Viewer me, long barkId) {
        accounts.lockAlone(me);
        table.forgetReminder(me.id(), barkId);
        events.publishEvent(new RemindersChanged());
    }

    /** By time. */
    public List<Reminder> remindersOf(Viewer me) {
        return table.remindersOf(me.id());
    }
}
