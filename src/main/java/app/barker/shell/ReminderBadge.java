package app.barker.shell;

import app.barker.account.Viewer;
import app.barker.bookmark.Reminders;
import app.barker.live.Doorbell;
import app.barker.shared.ui.OpenPage;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the number beside the way to the bookmarks up to date in one tab: how many reminders were told and not seen yet. */
final class ReminderBadge {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderBadge.class);

    private final Viewer me;
    private final ShellBar bar;
    private final Reminders reminders;
    private final Clock clock;
    private volatile int shown;
    private Doorbell.@Nullable Listening listening;

    ReminderBadge(Viewer me, ShellBar bar, Reminders reminders, Clock clock) {
        this.me = me;
        this.bar = bar;
        this.reminders = reminders;
        this.clock = clock;
    }

    void listen(UI ui) {
        stop();
        listening = reminders.listen(() -> hear(ui));
        show(reminders.unseenOf(me.id()));
    }

    void stop() {
        if (listening != null) {
            listening.stop();
            listening = null;
        }
    }

    private void hear(UI ui) {
        int wanted = reminders.unseenOf(me.id());
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
            bar.showReminders(count);
        }
    }
}
