package app.barker.timeline;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkCard.Author;
import app.barker.bark.BarkCard.Quote;
import app.barker.bark.BarkCard.ReaderMarks;
import app.barker.bark.BarkCard.ReplyTo;
import app.barker.bark.BarkCounts;
import app.barker.media.Media;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Fetches barks as cards: with author, numbers, the reader's own marks, what they answer and quote, in one statement, however
 * many. Which barks, and in which order, a list says by a query of its own that has done its cutting already: what is counted
 * here is counted for these rows alone.
 */
@Repository
class CardQuery {

    private static final String COLUMNS = """
            select e.cursor_id, e.rebark_of_id, b.id, b.text, b.created_at, b.edited_at, b.root_id, b.parent_id,
                a.id as author_id, a.username, a.display_name, a.avatar_version,
                r.id as rebarker_id, r.username as rebarker_username, r.display_name as rebarker_name,
                r.avatar_version as rebarker_avatar,
                p.author_id as parent_author_id, pa.username as parent_username,
                q.id as quoted_id, q.text as quoted_text, q.created_at as quoted_at,
                qa.id as quoted_author_id, qa.username as quoted_username, qa.display_name as quoted_name,
                qa.avatar_version as quoted_avatar,
                (select count(*) from barks x where x.parent_id = b.id) as replies,
                (select count(*) from barks x where x.rebark_of_id = b.id) as rebarks,
                (select count(*) from likes x where x.bark_id = b.id) as likes,
                exists (select 1 from likes x where x.bark_id = b.id and x.account_id = :me) as liked,
                exists (select 1 from barks x where x.author_id = :me and x.rebark_of_id = b.id) as rebarked,
                exists (select 1 from bookmarks x where x.account_id = :me and x.bark_id = b.id) as bookmarked,
                array(select m.name from mentions m where m.bark_id = b.id) as mentions,
                array(select m.name from mentions m where m.bark_id = q.id) as quoted_mentions,
                array(select concat(m.id, ' ', m.width, ' ', m.height, ' ', m.alt) from media m where m.bark_id = b.id
                    order by m.position) as media,
                (select count(*) from media m where m.bark_id = q.id) as quoted_media
            """;

    private static final String JOINS = """
                join barks b on b.id = coalesce(e.rebark_of_id, e.id)
                join users a on a.id = b.author_id
                left join users r on r.id = case when e.rebark_of_id is not null then e.author_id end
                left join barks p on p.id = b.parent_id
                left join users pa on pa.id = p.author_id
                left join barks q on q.id = b.quoted_id and not b.quote_detached
                left join users qa on qa.id = q.author_id
            """;

    /** What a list's query selects: where a page goes on behind it, and a row of {@code barks}. */
    static final String ENTRY = "b.id as cursor_id, b.id, b.author_id, b.rebark_of_id";

    private final JdbcClient jdbc;

    CardQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A card, and what only rules need to know: whom and what it answers. */
    record Row(BarkCard card, Optional<Long> parentAuthorId, Optional<Long> parentId) {}

    /**
     * In the order of the cursor, greatest first.
     *
     * @param rows written into the query in place of {@code :rows}: of a limit that it does not know PostgreSQL expects a tenth
     *     of the table
     */
    List<Row> newestFirst(Viewer me, String entries, int rows, Map<String, ?> parameters) {
        return fetch(me, entries.replace(":rows", String.valueOf(rows)), "e.cursor_id desc", parameters);
    }

    /** In no particular order. */
    List<Row> some(Viewer me, List<Long> barkIds) {
        return barkIds.isEmpty()
                ? List.of()
                : fetch(
                        me,
                        "select " + ENTRY + " from barks b where b.id in (:ids) and b.text is not null",
                        "e.id",
                        Map.of("ids", barkIds));
    }

    private List<Row> fetch(Viewer me, String entries, String order, Map<String, ?> parameters) {
        return jdbc.sql(COLUMNS + " from (" + entries + ") e " + JOINS + " order by " + order)
                .params(parameters)
                .param("me", me.id())
                .query((row, number) -> read(row, me))
                .list();
    }

    private static Row read(ResultSet row, Viewer me) throws SQLException {
        long id = row.getLong("id");
        Author author = author(row, "author_id", "username", "display_name", "avatar_version");
        Optional<Long> parentId = number(row, "parent_id");
        Optional<ReplyTo> replyTo = parentId.isPresent()
                ? Optional.of(new ReplyTo(parentId.get(), text(row, "parent_username")))
                : Optional.empty();
        Optional<Author> rebarker = number(row, "rebarker_id").isPresent()
                ? Optional.of(author(row, "rebarker_id", "rebarker_username", "rebarker_name", "rebarker_avatar"))
                : Optional.empty();
        BarkCard card = new BarkCard(
                row.getLong("cursor_id"),
                id,
                author,
                row.getString("text"),
                names(row.getArray("mentions")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("edited_at")),
                number(row, "root_id").orElse(id),
                replyTo,
                rebarker,
                new BarkCounts(row.getLong("replies"), row.getLong("rebarks"), row.getLong("likes")),
                new ReaderMarks(
                        author.id() == me.id(),
                        row.getBoolean("liked"),
                        row.getBoolean("rebarked"),
                        row.getBoolean("bookmarked")),
                quote(row),
                media(row.getArray("media")));
        return new Row(card, number(row, "parent_author_id"), parentId);
    }

    private static Optional<Quote> quote(ResultSet row) throws SQLException {
        Optional<Long> id = number(row, "quoted_id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Quote(
                        id.get(),
                        author(row, "quoted_author_id", "quoted_username", "quoted_name", "quoted_avatar"),
                        row.getString("quoted_text"),
                        names(row.getArray("quoted_mentions")),
                        row.getTimestamp("quoted_at").toInstant(),
                        row.getInt("quoted_media")));
    }

    private static Author author(ResultSet row, String id, String username, String name, String avatar)
            throws SQLException {
        String displayName = text(row, name);
        return new Author(
                row.getLong(id),
                row.getString(username),
                displayName.isEmpty() ? row.getString(username) : displayName,
                text(row, avatar));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static Optional<Instant> instant(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }

    private static List<Media> media(Array media) throws SQLException {
        return Arrays.stream((Object[]) media.getArray())
                .map(each -> each.toString().split(" ", 4))
                .map(each -> new Media(
                        Long.parseLong(each[0]), each[3], Integer.parseInt(each[1]), Integer.parseInt(each[2])))
                .toList();
    }

    static Set<String> names(Array names) throws SQLException {
        return Arrays.stream((Object[]) names.getArray()).map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }
}
