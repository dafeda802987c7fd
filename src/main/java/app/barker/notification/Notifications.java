package app.barker.notification;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.follow.Readers;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody is told of: reading it, marking it as read, and choosing what. Each asks for their own. */
@Service
public class Notifications {

    public static final int PAGE_SIZE = 20;

    public static final int LONGEST_PAGE = 100;

    /** Before everything: the newest page. And after everything. */
    public static final long NEWEST = Long.MAX_VALUE;

    private final AccountService accounts;
    private final InboxTable inboxes;
    private final NotificationQuery query;
    private final Readers readers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(
            AccountService accounts,
            InboxTable inboxes,
            NotificationQuery query,
            Readers readers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.inboxes = inboxes;
        this.query = query;
        this.readers = readers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of these kinds, the newest first.
     *
     * @param before an id; it need not be there any more
     * @param size at most {@link #LONGEST_PAGE}
     */
    @Transactional(readOnly = true)
    public NotificationPage page(Viewer me, Set<NotificationKind> kinds, long before, int size) {
        return query.page(me, readers.rulesOf(me), kinds, before, Math.clamp(size, 1, LONGEST_PAGE), clock.instant());
    }

    /** How many are new; one statement, for whom the rules are known. */
    @Transactional(readOnly = true)
    public Unread unread(Viewer me) {
        return query.unread(me, readers.rulesOf(me), clock.instant());
    }

    /**
     * Everything up to one of them has been read. What comes later, or has been brought up since, has a greater id and stays new.
     *
     * @param upTo an id; {@link #NEWEST} for all that are there
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public void markRead(Viewer me, long upTo) {
        accounts.lockForWriting(me);
        if (inboxes.markRead(me.id(), upTo)) {
            events.publishEvent(new InboxChanged(me.id()));
        }
    }

    /** What one has chosen; nothing, for a closed account. */
    @Transactional(readOnly = true)
    public NotificationPreferences preferencesOf(Viewer me) {
        return inboxes.preferencesOf(me.id()).orElseGet(() -> new NotificationPreferences(Set.of(), Optional.empty()));
    }

    /**
     * Chooses what one wants to hear of from now on, and when one wants no badge. What was told before stays.
     *
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public void choose(Viewer me, NotificationPreferences preferences) {
        accounts.lockForWriting(me);
        inboxes.keep(me.id(), preferences);
        events.publishEvent(new InboxChanged(me.id()));
    }
}
