package app.barker.shell;

import app.barker.live.Doorbell;
import app.barker.shared.ui.OpenPage;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Clock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a number beside a way of the navigation up to date in one tab. Decides on the doorbell's thread, without a lock and without
 * the database, whether there is anything to say; says nothing to a browser that is not there.
 */
abstract class LiveBadge {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBadge.class);

    private final IntConsumer drawing;
    private final Clock clock;
    private volatile int shown;
    private Doorbell.@Nullable Listening listening;

    LiveBadge(IntConsumer drawing, Clock clock) {
        this.drawing = drawing;
        this.clock = clock;
    }

    /** Draws the number and whatever becomes of it, until {@link #stop}. */
    final void listen(UI ui) {
        stop();
        // Before it looks: what comes in between is not missed.
        listening = listen(wanted -> hear(ui, wanted));
        show(look());
    }

    final void stop() {
        if (listening != null) {
            listening.stop();
            listening = null;
        }
    }

    /** Tells at each ring what the number should be. */
    abstract Doorbell.Listening listen(IntConsumer listener);

    /** What it is when the page opens. */
    abstract int look();

    final int shown() {
        return shown;
    }

    private void hear(UI ui, int wanted) {
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
            drawing.accept(count);
        }
    }
}
