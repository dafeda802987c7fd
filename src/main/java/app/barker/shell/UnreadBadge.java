package app.barker.shell;

import app.barker.account.Viewer;
import app.barker.live.Doorbell;
import app.barker.notification.LiveNotifications;
import app.barker.notification.Unread;
import app.barker.shared.ui.OpenPage;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the number beside the way to the notifications up to date in one tab. Decides on the doorbell's thread, without a lock and
 * without the database, whether there is anything to say; says nothing to a browser that is not there.
 */
final class UnreadBadge {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBadge.class);

    private final Viewer me;
    private final ShellBar bar;
    private final LiveNotifications live;
    private final Clock clock;
    private volatile int shown;
    private Doorbell.@Nullable Listening listening;

    UnreadBadge(Viewer me, ShellBar bar, LiveNotifications live, Clock clock) {
        this.me = me;
        this.bar = bar;
        this.live = live;
        this.clock = clock;
    }

    void listen(UI ui) {
        stop();
        listening = live.listen(me, unread -> hear(ui, unread));
        try {
            show(live.look(me).badge(0, clock.instant()));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("No number of notifications", away);
        }
    }

    void stop() {
        if (listening != null) {
            listening.stop();
            listening = null;
        }
    }

    private void hear(UI ui, Unread unread) {
        int wanted = unread.badge(shown, clock.instant());
        if (wanted == shown || !OpenPage.isThere(ui, clock)) {
            return;
        }
        try {
            ui.access(() -> show(wanted));
        } catch (UIDetachedException left) {
            LOG.trace("A page was closed while the bell rang", left);
        }
    }

    private void show(int count) {
        if (count != shown) {
            shown = count;
            bar.showUnread(count);
        }
    }
}
