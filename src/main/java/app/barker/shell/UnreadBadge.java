package app.barker.shell;

import app.barker.account.Viewer;
import app.barker.live.Doorbell;
import app.barker.notification.LiveNotifications;
import java.time.Clock;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** How many notifications were not read, beside the way to them. */
final class UnreadBadge extends LiveBadge {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBadge.class);

    private final Viewer me;
    private final LiveNotifications live;
    private final Clock clock;

    UnreadBadge(Viewer me, ShellBar bar, LiveNotifications live, Clock clock) {
        super(bar::showUnread, clock);
        this.me = me;
        this.live = live;
        this.clock = clock;
    }

    @Override
    Doorbell.Listening listen(IntConsumer listener) {
        return live.listen(me, unread -> listener.accept(unread.badge(shown(), clock.instant())));
    }

    @Override
    int look() {
        try {
            return live.look(me).badge(0, clock.instant());
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("No number of notifications", away);
            return 0;
        }
    }
}
