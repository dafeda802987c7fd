package app.barker.shell;

import app.barker.account.Viewer;
import app.barker.bookmark.Reminders;
import app.barker.live.Doorbell;
import java.time.Clock;
import java.util.function.IntConsumer;

/** How many reminders were told and not seen yet, beside the way to the bookmarks. */
final class ReminderBadge extends LiveBadge {

    private final Viewer me;
    private final Reminders reminders;

    ReminderBadge(Viewer me, ShellBar bar, Reminders reminders, Clock clock) {
        super(bar::showReminders, clock);
        this.me = me;
        this.reminders = reminders;
    }

    @Override
    Doorbell.Listening listen(IntConsumer listener) {
        return reminders.listen(() -> listener.accept(look()));
    }

    @Override
    int look() {
        return reminders.unseenOf(me.id());
    }
}
