package app.barker.timeline;

import app.barker.bark.BarkCard;
import app.barker.bark.BarkChange;
import app.barker.bark.BarkCounts;
import app.barker.shared.FoldedText;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads once what is new or has changed, for all open pages of this node. */
@Repository
class BarkNews {

    private static final long NOBODY = -1;

    private final JdbcClient jdbc;

    BarkNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their ids; those that are gone again are left out. */
    List<BarkNote> notesOf(Collection<Long> entryIds) {
        return entryIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select e.id as entry_id, e.author_id as by_id, b.id, b.author_id, coalesce(b.root_id, b.id) as root_id,
                            b.parent_id, b.text, array(select t.tag from tags t where t.bark_id = b.id) as tags
                        from barks e join barks b on b.id = coalesce(e.rebark_of_id, e.id)
                        where e.id in (:ids) order by e.id
                        """)
                        .param("ids", entryIds)
                        .query((row, number) -> note(row))
                        .list();
    }

    /**
     * Those that are gone are left out: of them it is said elsewhere.
     *
     * @param markers whose likes, rebarks and bookmarks are told with them
     */
    List<BarkChange> changesOf(Collection<Long> barkIds, Collection<Long> markers) {
        return barkIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select b.id, b.author_id, coalesce(b.root_id, b.id) as root_id, b.text, b.edited_at,
                            q.id as quoted_id, q.author_id as quoted_author_id,
                            (select count(*) from barks x where x.parent_id = b.id) as replies,
                            (select count(*) from barks x where x.rebark_of_id = b.id) as rebarks,
                            (select count(*) from likes x where x.bark_id = b.id) as likes,
                            array(select m.name from mentions m where m.bark_id = b.id) as mentions,
                            array(select x.account_id from likes x where x.bark_id = b.id and x.account_id in (:markers)) as liked_by,
                            array(select x.author_id from barks x where x.rebark_of_id = b.id and x.author_id in (:markers))
                                as rebarked_by,
                            array(select x.account_id from bookmarks x where x.bark_id = b.id and x.account_id in (:markers))
                                as bookmarked_by
                        from barks b left join barks q on q.id = b.quoted_id and not b.quote_detached
                        where b.id in (:ids) and b.text is not null
                        """)
                        .param("ids", barkIds)
                        .param("markers", markers.isEmpty() ? List.of(NOBODY) : markers)
                        .query((row, number) -> change(row, markers))
                        .list();
    }

    /** Which of these belong to the thread that begins with a bark. */
    List<Long> inThread(long rootId, Collection<Long> barkIds) {
        return barkIds.isEmpty()
                ? List.of()
                : jdbc.sql("select id from barks where id in (:ids) and coalesce(root_id, id) = :root")
                        .param("ids", barkIds)
                        .param("root", rootId)
                        .query((row, number) -> row.getLong(1))
                        .list();
    }

    private static BarkNote note(ResultSet row) throws SQLException {
        long entryId = row.getLong("entry_id");
        long id = row.getLong("id");
        long parent = row.getLong("parent_id");
        Optional<Long> parentId = row.wasNull() ? Optional.empty() : Optional.of(parent);
        return new BarkNote(
                entryId,
                id,
                row.getLong("by_id"),
                row.getLong("author_id"),
                row.getLong("root_id"),
                entryId != id,
                parentId,
                new FoldedText(row.getString("text")),
                CardQuery.names(row.getArray("tags")));
    }

    private static BarkChange change(ResultSet row, Collection<Long> markers) throws SQLException {
        long author = row.getLong("author_id");
        Set<Long> likedBy = accounts(row.getArray("liked_by"));
        Set<Long> rebarkedBy = accounts(row.getArray("rebarked_by"));
        Set<Long> bookmarkedBy = accounts(row.getArray("bookmarked_by"));
        Map<Long, BarkCard.ReaderMarks> marks = markers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        account -> account,
                        account -> new BarkCard.ReaderMarks(
                                account == author,
                                likedBy.contains(account),
                                rebarkedBy.contains(account),
                                bookmarkedBy.contains(account))));
        long quoted = row.getLong("quoted_id");
        Optional<BarkChange.Quoted> quote = row.wasNull()
                ? Optional.empty()
                : Optional.of(new BarkChange.Quoted(quoted, row.getLong("quoted_author_id")));
        return new BarkChange.Updated(
                row.getLong("id"),
                author,
                row.getLong("root_id"),
                row.getString("text"),
                CardQuery.names(row.getArray("mentions")),
                Optional.ofNullable(row.getTimestamp("edited_at")).map(Timestamp::toInstant),
                quote,
                new BarkCounts(row.getLong("replies"), row.getLong("rebarks"), row.getLong("likes")),
                marks);
    }

    private static Set<Long> accounts(Array ids) throws SQLException {
        return Arrays.stream((Object[]) ids.getArray())
                .map(id -> ((Number) id).longValue())
                .collect(Collectors.toSet());
    }
}
