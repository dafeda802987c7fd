package app.barker.timeline;

import app.barker.account.Viewer;
import app.barker.bark.BarkThread;
import app.barker.bark.ThreadRow;
import app.barker.follow.ReaderRules;
import app.barker.follow.Readers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * A bark among those that it answers and those that answer it. Of the answers below, a page of direct ones, each with the
 * answers to it two steps deep; who wants to read on opens one of those.
 */
@Repository
@Transactional(readOnly = true)
public class Threads {

    /** Direct answers at once. */
    static final int PAGE_SIZE = 20;

    /** Of the answers to answers on a page, at each step. */
    private static final int MOST_NESTED = 60;

    private static final int STEPS_BELOW = 3;

    /** Further up than anyone reads. */
    private static final int MOST_ABOVE = 50;

    private final CardQuery cards;
    private final Readers readers;
    private final ReaderFilter filter;
    private final JdbcClient jdbc;

    Threads(CardQuery cards, Readers readers, ReaderFilter filter, JdbcClient jdbc) {
        this.cards = cards;
        this.readers = readers;
        this.filter = filter;
        this.jdbc = jdbc;
    }

    /** A place in the thread: a bark or the tombstone of one. */
    private record Place(long id, Optional<Long> parentId, boolean buried) {}

    /** Empty where there is nothing at this address for the reader: no bark, and no tombstone that holds answers. */
    public Optional<BarkThread> around(Viewer me, long barkId) {
        return find(barkId).flatMap(focus -> around(me, focus));
    }

    /** Direct answers behind one of them, the oldest first, with what answers them. */
    public BarkThread.Replies replies(Viewer me, long barkId, long behind) {
        Below below = below(barkId, behind);
        return below.drawn(new Drawing(me, below.all()));
    }

    private Optional<BarkThread> around(Viewer me, Place focus) {
        List<Place> above = above(focus);
        Below below = below(focus.id(), 0);
        if (focus.buried() && below.all().isEmpty()) {
            return Optional.empty();
        }
        Drawing drawing = new Drawing(
                me,
                Stream.concat(Stream.concat(above.stream(), Stream.of(focus)), below.all().stream())
                        .toList());
        ThreadRow focused = drawing.row(focus, false, true);
        if (focused instanceof ThreadRow.Gap) {
            return Optional.empty();
        }
        List<ThreadRow> upper = new ArrayList<>();
        above.forEach(place -> upper.add(drawing.row(place, true, false)));
        upper.add(focused);
        return Optional.of(new BarkThread(upper, below.drawn(drawing)));
    }

    /** From the first bark of the thread down to the parent. One look at an id each: a thread is seldom deep. */
    private List<Place> above(Place focus) {
        List<Place> above = new ArrayList<>();
        Optional<Place> next = focus.parentId().flatMap(this::find);
        while (next.isPresent() && above.size() < MOST_ABOVE) {
            above.addFirst(next.get());
            next = next.get().parentId().flatMap(this::find);
        }
        return above;
    }

    private Below below(long barkId, long behind) {
        List<Place> direct = childrenOf(List.of(barkId), behind, PAGE_SIZE + 1);
        boolean more = direct.size() > PAGE_SIZE;
        List<Place> shown = direct.stream().limit(PAGE_SIZE).toList();
        List<Place> nested = new ArrayList<>();
        List<Place> level = shown;
        for (int step = 1; step < STEPS_BELOW && !level.isEmpty(); step++) {
            level = childrenOf(level.stream().map(Place::id).toList(), 0, MOST_NESTED);
            nested.addAll(level);
        }
        return new Below(shown, nested, more);
    }

    private Optional<Place> find(long id) {
        return jdbc.sql("""
                        select id, parent_id, false as buried from barks where id = :id and text is not null
                        union all select bark_id, parent_id, true from tombstones where bark_id = :id
                        """).param("id", id).query((row, number) -> place(row)).optional();
    }

    /** The oldest first. */
    private List<Place> childrenOf(List<Long> parents, long behind, int most) {
        return jdbc.sql("""
                        select id, parent_id, buried from (
                            select id, parent_id, false as buried from barks where parent_id in (:parents) and id > :behind
                            union all
                            select bark_id, parent_id, true from tombstones
                            where parent_id in (:parents) and bark_id > :behind) children
                        order by id limit :most
                        """)
                .param("parents", parents)
                .param("behind", behind)
                .param("most", most)
                .query((row, number) -> place(row))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        long parent = row.getLong("parent_id");
        Optional<Long> parentId = row.wasNull() ? Optional.empty() : Optional.of(parent);
        return new Place(row.getLong("id"), parentId, row.getBoolean("buried"));
    }

    /** Answers to the bark, and answers to these. */
    private record Below(List<Place> direct, List<Place> nested, boolean more) {

        List<Place> all() {
            return Stream.concat(direct.stream(), nested.stream()).toList();
        }

        BarkThread.Replies drawn(Drawing drawing) {
            Map<Long, List<Place>> byParent = nested.stream()
                    .collect(Collectors.groupingBy(place -> place.parentId().orElseThrow()));
            List<ThreadRow> rows = new ArrayList<>();
            direct.forEach(place -> draw(place, byParent, drawing, rows));
            return new BarkThread.Replies(
                    rows, direct.isEmpty() ? 0 : direct.getLast().id(), more);
        }

        /** Each followed by its answers; linked where the first of them comes next. */
        private static void draw(Place place, Map<Long, List<Place>> byParent, Drawing drawing, List<ThreadRow> rows) {
            List<Place> answers = byParent.getOrDefault(place.id(), List.of());
            rows.add(drawing.row(place, !answers.isEmpty(), false));
            answers.forEach(answer -> draw(answer, byParent, drawing, rows));
        }
    }

    /** Turns places into what one reader sees of them; one statement for all. */
    private final class Drawing {

        private final Map<Long, CardQuery.Row> found = new HashMap<>();
        private final ReaderFilter.Reading inLists;
        private final ReaderFilter.Reading directly;

        Drawing(Viewer me, List<Place> places) {
            ReaderRules rules = readers.rulesOf(me);
            inLists = filter.forThread(rules);
            directly = filter.forDirectLinks(rules);
            List<Long> ids = places.stream()
                    .filter(place -> !place.buried())
                    .map(Place::id)
                    .toList();
            cards.some(me, ids).forEach(row -> found.put(row.card().id(), row));
        }

        /** What was deleted between two statements is a gap too. */
        ThreadRow row(Place place, boolean linked, boolean focused) {
            if (place.buried()) {
                return new ThreadRow.Tombstone(place.id(), linked);
            }
            return Optional.ofNullable(found.get(place.id()))
                    .flatMap(row -> (focused ? directly : inLists).admit(row))
                    .<ThreadRow>map(card -> new ThreadRow.Shown(card, linked, focused))
                    .orElse(new ThreadRow.Gap(linked));
        }
    }
}
