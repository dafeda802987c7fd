package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.bark.BarkThread;
import app.barker.bark.ui.BarkFeed;
import app.barker.timeline.Threads;
import java.util.function.LongSupplier;

/** Further direct answers to the bark that a thread is opened at, the oldest first. */
final class ThreadAnswers implements BarkFeed.Source {

    private final Threads threads;
    private final Viewer me;
    private final LongSupplier barkId;

    ThreadAnswers(Threads threads, Viewer me, LongSupplier barkId) {
        this.threads = threads;
        this.me = me;
        this.barkId = barkId;
    }

    /** Answers come with lines, tombstones and gaps: see {@link #rows}. */
    @Override
    public BarkPage page(long before, int size) {
        return BarkPage.empty();
    }

    @Override
    public BarkThread.Replies rows(long before, int size) {
        return threads.replies(me, barkId.getAsLong(), before);
    }
}
