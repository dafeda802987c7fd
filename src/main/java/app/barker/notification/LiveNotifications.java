package app.barker.notification;

import app.barker.account.Viewer;
import app.barker.follow.RelationsChanged;
import app.barker.live.Doorbell;
import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * How many notifications those have not read who have a page open on this node. A ring costs one statement for each of them to whom
 * something has happened since the last one, however many pages they have open and however much it was.
 */
@Component
public class LiveNotifications {

    /** More wait for the next ring. */
    private static final int MOST_AT_ONCE = 100;

    /** The clocks of the nodes may differ by so much, and a commit may take so long. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(LiveNotifications.class);

    private final Doorbell doorbell;
    private final Notifications notifications;
    private final NotificationTable table;
    private final Clock clock;
    private final boolean hasOtherNodes;
    private final Map<Long, Reader> readers = new ConcurrentHashMap<>();

    // Guarded by itself.
    private final Set<Long> changed = new LinkedHashSet<>();

    // Of one thread.
    private Set<Long> known = new HashSet<>();
    private Instant lastLook;

    LiveNotifications(
            Doorbell doorbell, Notifications notifications, NotificationTable table, DataSource database, Clock clock)
            throws MetaDataAccessException {
        this.doorbell = doorbell;
        this.notifications = notifications;
        this.table = table;
        this.clock = clock;
        this.lastLook = clock.instant();
        // H2 is one process.
        this.hasOtherNodes = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName)
                .equals("PostgreSQL");
        doorbell.listen(this::tellAll);
    }

    /** An open page. Called on the doorbell's thread at each ring; must not block. */
    @FunctionalInterface
    public interface Listener {
        void hear(Unread unread);
    }

    /** Somebody who has pages open. */
    private final class Reader {

        private final Viewer viewer;
        private final Set<Listener> pages = ConcurrentHashMap.newKeySet();
        private long looks;
        private long shownLook;
        private @Nullable Unread latest;
        private @Nullable Instant quietUntil;

        Reader(Viewer viewer) {
            this.viewer = viewer;
        }

        /** Whoever began to look first knows less, whenever they are done. */
        Unread look() {
            long mine = beginLook();
            return endLook(mine, notifications.unread(viewer));
        }

        private synchronized long beginLook() {
            return ++looks;
        }

        private synchronized Unread endLook(long mine, Unread seen) {
            if (mine > shownLook) {
                shownLook = mine;
                latest = seen;
                quietUntil = seen.quietUntil(clock.instant()).orElse(null);
            }
            return latest == null ? seen : latest;
        }

        synchronized boolean isQuietOver(Instant now) {
            boolean over = quietUntil != null && !now.isBefore(quietUntil);
            if (over) {
                quietUntil = null;
            }
            return over;
        }

        void tell() {
            Unread unread = latest();
            if (unread != null) {
                pages.forEach(page -> page.hear(unread));
            }
        }

        private synchronized @Nullable Unread latest() {
            return latest;
        }
    }

    /** Hears of everything until it is stopped. Before it looks: what comes in between is not missed. */
    public Doorbell.Listening listen(Viewer me, Listener page) {
        readers.compute(me.id(), (id, known) -> {
            Reader reader = known == null ? new Reader(me) : known;
            reader.pages.add(page);
            return reader;
        });
        return () -> readers.computeIfPresent(me.id(), (id, reader) -> {
            reader.pages.remove(page);
            return reader.pages.isEmpty() ? null : reader;
        });
    }

    /** How many there are, for a page that listens. One statement, for the first of somebody's pages. */
    public Unread look(Viewer me) {
        Reader reader = readers.get(me.id());
        if (reader == null) {
            return notifications.unread(me);
        }
        Unread latest = reader.latest();
        return latest == null ? reader.look() : latest;
    }

    @TransactionalEventListener
    void note(InboxChanged inbox) {
        note(inbox.accountId());
    }

    @TransactionalEventListener
    void note(RelationsChanged relations) {
        note(relations.accountId());
    }

    private void note(long accountId) {
        if (readers.containsKey(accountId)) {
            synchronized (changed) {
                changed.add(accountId);
            }
            doorbell.ring();
        }
    }

    private void tellAll() {
        List<Long> next;
        boolean more;
        synchronized (changed) {
            next = changed.stream().limit(MOST_AT_ONCE).toList();
            next.forEach(changed::remove);
            more = !changed.isEmpty();
        }
        if (more) {
            doorbell.ring();
        }
        next.forEach(this::lookFor);
        readers.values().forEach(Reader::tell);
    }

    private void lookFor(long accountId) {
        Reader reader = readers.get(accountId);
        if (reader == null) {
            return;
        }
        try {
            reader.look();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("A page could not be told of notifications: {}", away.toString());
            note(accountId);
        }
    }

    /** Every second, in memory: what came in somebody's quiet hours is told when they end. */
    @Scheduled(fixedDelay = 1_000)
    void endQuietHours() {
        Instant now = clock.instant();
        readers.forEach((accountId, reader) -> {
            if (reader.isQuietOver(now)) {
                note(accountId);
            }
        });
    }

    /** Every two seconds, while anybody is here: what was written on another node. */
    @Scheduled(fixedDelay = 2_000)
    void learnFromOthers() {
        if (!hasOtherNodes || readers.isEmpty()) {
            return;
        }
        try {
            Instant begun = clock.instant();
            Set<Long> arrived = new HashSet<>();
            for (NotificationTable.Arrival arrival : table.arrivedSince(lastLook.minus(MARGIN))) {
                arrived.add(arrival.id());
                if (!known.contains(arrival.id())) {
                    note(arrival.recipientId());
                }
            }
            known = arrived;
            lastLook = begun;
        } catch (DataAccessException | TransactionException away) {
            // The next look reaches back to the last one that worked.
            LOG.warn("Notifications from elsewhere could not be read: {}", away.toString());
        }
    }
}
