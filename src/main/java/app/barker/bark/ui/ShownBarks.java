package app.barker.bark.ui;

import app.barker.bark.BarkCard;
import app.barker.bark.ThreadRow;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which barks an open page shows, quoted ones included, and through which rebarks: of both the newest {@value #MOST}, eight
 * bytes each. Changed under the lock of the page, read by anyone.
 */
final class ShownBarks {

    static final int MOST = 500;

    // Sorted, and never changed once it stands here.
    private volatile long[] ids = {};
    private volatile long[] rebarks = {};

    boolean contains(long barkId) {
        return Arrays.binarySearch(ids, barkId) >= 0;
    }

    /** By the rebark's own id. */
    boolean containsRebark(long entryId) {
        return Arrays.binarySearch(rebarks, entryId) >= 0;
    }

    List<Long> all() {
        return Arrays.stream(ids).boxed().toList();
    }

    void replaceBy(Collection<ThreadRow> rows) {
        ids = newest(shownIn(rows).flatMapToLong(ShownBarks::idsIn));
        rebarks = newest(rebarksIn(rows));
    }

    void add(Collection<ThreadRow> rows) {
        ids = newest(LongStream.concat(Arrays.stream(ids), shownIn(rows).flatMapToLong(ShownBarks::idsIn)));
        rebarks = newest(LongStream.concat(Arrays.stream(rebarks), rebarksIn(rows)));
    }

    void remove(long barkId) {
        ids = Arrays.stream(ids).filter(id -> id != barkId).toArray();
    }

    private static Stream<BarkCard> shownIn(Collection<ThreadRow> rows) {
        return rows.stream().filter(ThreadRow.Shown.class::isInstance).map(row -> ((ThreadRow.Shown) row).bark());
    }

    private static LongStream rebarksIn(Collection<ThreadRow> rows) {
        return shownIn(rows).filter(bark -> bark.rebarkedBy().isPresent()).mapToLong(BarkCard::entryId);
    }

    private static LongStream idsIn(BarkCard bark) {
        return LongStream.concat(LongStream.of(bark.id()), bark.quote().stream().mapToLong(BarkCard.Quote::id));
    }

    private static long[] newest(LongStream ids) {
        long[] sorted = ids.sorted().distinct().toArray();
        return sorted.length <= MOST ? sorted : Arrays.copyOfRange(sorted, sorted.length - MOST, sorted.length);
    }
}
