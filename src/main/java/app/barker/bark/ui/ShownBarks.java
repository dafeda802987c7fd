package app.barker.bark.ui;

import app.barker.bark.BarkCard;
import app.barker.bark.ThreadRow;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Which barks an open page shows, quoted ones included: the newest {@value #MOST} of them, eight bytes each. Changed under the
 * lock of the page, read by anyone.
 */
final class ShownBarks {

    static final int MOST = 500;

    // Sorted, and never changed once it stands here.
    private volatile long[] ids = {};

    boolean contains(long barkId) {
        return Arrays.binarySearch(ids, barkId) >= 0;
    }

    List<Long> all() {
        return Arrays.stream(ids).boxed().toList();
    }

    void replaceBy(Collection<ThreadRow> rows) {
        ids = newest(idsIn(rows));
    }

    void add(Collection<ThreadRow> rows) {
        ids = newest(LongStream.concat(Arrays.stream(ids), idsIn(rows)));
    }

    void remove(long barkId) {
        ids = Arrays.stream(ids).filter(id -> id != barkId).toArray();
    }

    private static LongStream idsIn(Collection<ThreadRow> rows) {
        return rows.stream()
                .filter(ThreadRow.Shown.class::isInstance)
                .map(row -> ((ThreadRow.Shown) row).bark())
                .flatMapToLong(ShownBarks::idsIn);
    }

    private static LongStream idsIn(BarkCard bark) {
        return LongStream.concat(LongStream.of(bark.id()), bark.quote().stream().mapToLong(BarkCard.Quote::id));
    }

    private static long[] newest(LongStream ids) {
        long[] sorted = ids.sorted().distinct().toArray();
        return sorted.length <= MOST ? sorted : Arrays.copyOfRange(sorted, sorted.length - MOST, sorted.length);
    }
}
