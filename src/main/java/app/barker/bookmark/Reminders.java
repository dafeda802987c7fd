package app.barker.bookmark;

import app.barker.bookmark.BookmarkTable.Due;
import app.barker.live.Doorbell;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of reminders when their time has come, or as soon as a server is there again. A row is told by the node that has changed
 * it, so once, however many look. Each node keeps in mind who has not seen theirs yet, so that no page has to ask for that.
 */
@Component
public class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private static final int AT_ONCE = 100;

    private final BookmarkTable table;
    private final Doorbell doorbell;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Map<Long, Integer> unseen = Map.of();

    Reminders(
            BookmarkTable table,
            Doorbell doorbell,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.doorbell = doorbell;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many were told and not seen yet. Cheap; the doorbell rings when it changes. */
    public int unseenOf(long accountId) {
        return unseen.getOrDefault(accountId, 0);
    }

    /** Calls back, on the doorbell's thread, whenever there may be another number. */
    public Doorbell.Listening listen(Runnable listener) {
        return doorbell.listen(listener);
    }

    @Scheduled(fixedDelayString = "${barker.reminders.look-every:PT5S}", initialDelayString = "PT1S")
    void look() {
        try {
            List<Due> due;
            do {
                due = table.due(clock.instant(), AT_ONCE);
                due.forEach(this::tell);
            } while (due.size() == AT_ONCE);
            count();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("It could not be read who wants to be reminded: {}", away.toString());
        }
    }

    @TransactionalEventListener
    void note(RemindersChanged changed) {
        count();
    }

    private void tell(Due due) {
        transaction.executeWithoutResult(tx -> {
            if (table.take(due, clock.instant()) && table.isReadable(due)) {
                events.publishEvent(new ReminderDue(due.accountId(), due.barkId()));
            }
        });
    }

    private synchronized void count() {
        Map<Long, Integer> now = table.unseen();
        if (!now.equals(unseen)) {
            unseen = Map.copyOf(now);
            doorbell.ring();
        }
    }
}
