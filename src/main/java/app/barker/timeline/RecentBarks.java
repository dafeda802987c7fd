package app.barker.timeline;

import app.barker.account.Viewer;
import app.barker.bark.BarkDeleted;
import app.barker.bark.BarkPosted;
import app.barker.live.Doorbell;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The last barks of this node in the order in which they became visible, so that open pages can count what is new without
 * asking the database: one note a bark, however many pages are open.
 */
@Component
public class RecentBarks {

    /** What a page that fell further behind is told: at least so many. */
    static final int KEPT = 500;

    private final Doorbell doorbell;
    private final Deque<Note> notes = new ArrayDeque<>();
    private long position;

    RecentBarks(Doorbell doorbell) {
        this.doorbell = doorbell;
    }

    private record Note(long position, long barkId, long authorId) {}

    /**
     * Where the list stands. A page asks before it reads the barks: what commits in between is then announced twice at the
     * worst, and never missed. (Ids would miss: they are given out before the commit.)
     */
    public synchronized long position() {
        return position;
    }

    /** How many barks of others have come since, at most {@link #KEPT}. */
    public synchronized int newSince(long since, Viewer me) {
        int count = 0;
        var newestFirst = notes.descendingIterator();
        while (newestFirst.hasNext()) {
            Note note = newestFirst.next();
            if (note.position() <= since) {
                break;
            }
            count += note.authorId() == me.id() ? 0 : 1;
        }
        return count;
    }

    @TransactionalEventListener
    void note(BarkPosted posted) {
        synchronized (this) {
            position++;
            notes.addLast(new Note(position, posted.barkId(), posted.authorId()));
            if (notes.size() > KEPT) {
                notes.removeFirst();
            }
        }
        doorbell.ring();
    }

    @TransactionalEventListener
    void forget(BarkDeleted deleted) {
        synchronized (this) {
            notes.removeIf(note -> note.barkId() == deleted.barkId());
        }
        doorbell.ring();
    }
}
