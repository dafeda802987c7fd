package app.barker.follow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Ids of which each counts until a moment of its own: sixteen bytes for each. */
final class EndingIds {

    static final Instant NEVER = Instant.MAX;

    private final long[] ids;
    private final long[] endsAt;

    EndingIds(List<EndingId> entries) {
        List<EndingId> ascending = entries.stream().sorted().toList();
        ids = ascending.stream().mapToLong(EndingId::id).toArray();
        endsAt = ascending.stream().mapToLong(entry -> micros(entry.endsAt())).toArray();
    }

    record EndingId(long id, Instant endsAt) implements Comparable<EndingId> {
        @Override
        public int compareTo(EndingId other) {
            return Long.compare(id, other.id);
        }
    }

    boolean holds(long id, Instant now) {
        int index = Arrays.binarySearch(ids, id);
        return index >= 0 && endsAt[index] > micros(now);
    }

    /** Those that count at a moment. */
    long[] inForce(Instant now) {
        return IntStream.range(0, ids.length)
                .filter(index -> endsAt[index] > micros(now))
                .mapToLong(index -> ids[index])
                .toArray();
    }

    int size() {
        return ids.length;
    }

    private static long micros(Instant instant) {
        return instant.equals(NEVER) ? Long.MAX_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
