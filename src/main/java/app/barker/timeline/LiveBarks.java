package app.barker.timeline;

import app.barker.bark.BarkChange;
import app.barker.bark.BarkChanged;
import app.barker.bark.BarkDeleted;
import app.barker.bark.BarkPosted;
import app.barker.bark.BarksDeleted;
import app.barker.live.Doorbell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What has just happened to barks, so that open pages need not ask the database: notes of the newest ones, in the order in
 * which they became visible, and at each ring what has changed. A ring costs at most one statement for the new ones and one
 * for the changed ones, however many pages are open.
 */
@Component
public class LiveBarks {

    /** What a page that fell further behind is told: at least so many. */
    static final int KEPT = 500;

    /** Of each kind; what is more waits for the next ring. Somebody who leaves can take a hundred thousand barks along. */
    static final int MOST_AT_ONCE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(LiveBarks.class);

    private final Doorbell doorbell;
    private final BarkNews news;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    // Guarded by this.
    private final Deque<Positioned> notes = new ArrayDeque<>();
    private final Set<Long> posted = new LinkedHashSet<>();
    private final Map<Long, Set<Long>> changed = new LinkedHashMap<>();
    private final Set<Long> gone = new LinkedHashSet<>();
    private long position;

    LiveBarks(Doorbell doorbell, BarkNews news) {
        this.doorbell = doorbell;
        this.news = news;
        doorbell.listen(this::tellAll);
    }

    /** An open page. Called on the doorbell's thread; must not block. */
    @FunctionalInterface
    public interface Listener {
        void hear(List<BarkChange> changes);
    }

    private record Positioned(long position, BarkNote note) {}

    /** Hears of everything that happens until it is stopped. */
    public Doorbell.Listening listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Where the notes stand. A page asks before it reads the barks: what becomes known in between is then announced although
     * it is shown, unless the page looks, and never missed. (Ids would miss: they are given out before the commit.)
     */
    public synchronized long position() {
        return position;
    }

    /** How many barks have come since that a page wants, at most {@link #KEPT}. */
    public synchronized int newSince(long since, Predicate<BarkNote> wanted) {
        int count = 0;
        var newestFirst = notes.descendingIterator();
        while (newestFirst.hasNext()) {
            Positioned each = newestFirst.next();
            if (each.position() <= since) {
                break;
            }
            count += wanted.test(each.note()) ? 1 : 0;
        }
        return count;
    }

    @TransactionalEventListener
    void note(BarkPosted bark) {
        synchronized (this) {
            posted.add(bark.entryId());
        }
        doorbell.ring();
    }

    @TransactionalEventListener
    void note(BarkChanged bark) {
        synchronized (this) {
            Set<Long> markers = changed.computeIfAbsent(bark.barkId(), id -> new HashSet<>());
            bark.markedBy().ifPresent(markers::add);
        }
        doorbell.ring();
    }

    @TransactionalEventListener
    void note(BarkDeleted bark) {
        forget(List.of(bark.entryId()));
        doorbell.ring();
    }

    @TransactionalEventListener
    void note(BarksDeleted barks) {
        synchronized (this) {
            forget(barks.entryIds());
            barks.changedIds().forEach(id -> changed.computeIfAbsent(id, none -> new HashSet<>()));
        }
        doorbell.ring();
    }

    private synchronized void forget(List<Long> entryIds) {
        Set<Long> ids = Set.copyOf(entryIds);
        posted.removeAll(ids);
        changed.keySet().removeAll(ids);
        gone.addAll(entryIds);
        notes.removeIf(each -> each.note().isGoneWith(ids));
    }

    private void tellAll() {
        List<BarkChange> changes = readWhatIsNew();
        for (Listener listener : listeners) {
            try {
                listener.hear(changes);
            } catch (RuntimeException broken) {
                LOG.warn("A page could not be told of news", broken);
            }
        }
    }

    private List<BarkChange> readWhatIsNew() {
        List<Long> newIds;
        Map<Long, Set<Long>> changedBy = new LinkedHashMap<>();
        List<Long> goneIds;
        boolean more;
        synchronized (this) {
            newIds = first(posted);
            newIds.forEach(posted::remove);
            first(changed.keySet()).forEach(id -> changedBy.put(id, Objects.requireNonNull(changed.remove(id))));
            goneIds = first(gone);
            goneIds.forEach(gone::remove);
            more = !posted.isEmpty() || !changed.isEmpty() || !gone.isEmpty();
        }
        if (more) {
            doorbell.ring();
        }
        try {
            keep(news.notesOf(newIds));
            List<BarkChange> changes = new ArrayList<>(news.changesOf(changedBy.keySet(), all(changedBy.values())));
            goneIds.forEach(id -> changes.add(new BarkChange.Gone(id)));
            return changes;
        } catch (RuntimeException databaseAway) {
            readThemNextTime(newIds, changedBy, goneIds);
            doorbell.ring();
            throw databaseAway;
        }
    }

    private static List<Long> first(Set<Long> waiting) {
        return waiting.stream().limit(MOST_AT_ONCE).toList();
    }

    private static Set<Long> all(Collection<Set<Long>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private synchronized void keep(List<BarkNote> newNotes) {
        for (BarkNote note : newNotes) {
            // Deleted while it was being read.
            if (!gone.contains(note.barkId()) && !gone.contains(note.entryId())) {
                notes.addLast(new Positioned(++position, note));
            }
        }
        while (notes.size() > KEPT) {
            notes.removeFirst();
        }
    }

    private synchronized void readThemNextTime(List<Long> newIds, Map<Long, Set<Long>> changedBy, List<Long> goneIds) {
        posted.addAll(newIds);
        changedBy.forEach((id, markers) ->
                changed.computeIfAbsent(id, none -> new HashSet<>()).addAll(markers));
        gone.addAll(goneIds);
    }
}
