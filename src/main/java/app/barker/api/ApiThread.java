package app.barker.api;

import app.barker.bark.BarkThread;
import app.barker.bark.ThreadRow;
import java.util.List;
import java.util.Optional;

/**
 * A bark among those that it answers and those that answer it.
 *
 * @param upper from the first bark of the thread down to the one that was asked for
 * @param replies those that answer it, each followed by its own
 * @param next the address of further replies; null where there are none
 */
record ApiThread(List<Place> upper, List<Place> replies, Optional<String> next) {

    /**
     * One place of the thread.
     *
     * @param is what is to be seen there
     * @param id of what was deleted; a bark has its own
     */
    record Place(Kind is, Optional<ApiBark> bark, Optional<String> id) {}

    /** What there is to be seen at a place. */
    enum Kind {
        BARK,
        /** Its author deleted it; others had answered. */
        DELETED,
        /** Not for the one who asks. */
        HIDDEN
    }

    static ApiThread of(BarkThread thread, Optional<String> next) {
        return new ApiThread(places(thread.upper()), places(thread.replies().rows()), next);
    }

    private static List<Place> places(List<ThreadRow> rows) {
        return rows.stream().map(ApiThread::place).toList();
    }

    private static Place place(ThreadRow row) {
        return switch (row) {
            case ThreadRow.Shown shown -> new Place(Kind.BARK, Optional.of(ApiBark.of(shown.bark())), Optional.empty());
            case ThreadRow.Tombstone stone ->
                new Place(Kind.DELETED, Optional.empty(), Optional.of(String.valueOf(stone.barkId())));
            case ThreadRow.Gap gap -> new Place(Kind.HIDDEN, Optional.empty(), Optional.empty());
        };
    }
}
