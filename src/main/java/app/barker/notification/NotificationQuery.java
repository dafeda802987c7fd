package app.barker.notification;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard.Author;
import app.barker.follow.ReaderRules;
import app.barker.shared.FoldedText;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads notifications together with those who caused them, as their recipient may see them. Who is kept from the recipient, the rules
 * say; here their ids are left out before anybody is counted.
 */
@Repository
class NotificationQuery {

    private static final String COLUMNS = """
            n.id, n.kind, n.at, n.bark_id, b.author_id, coalesce(b.root_id, b.id) as root_id, b.text,
                a.id is not null and a.banned_at is null and a.closed_at is null as author_stands,
                exists (select 1 from mentions m where m.bark_id = b.id and m.account_id = n.recipient_id) as mentioned,
            """;

    private static final String BARK = """
             left join barks b on b.id = n.bark_id left join users a on a.id = b.author_id
            """;

    /** Of likes and the like: a table, its alias is {@code x}. */
    private enum Deed {
        LIKED("likes", "x.account_id", "x.id", "n.kind = 'LIKE' and x.bark_id = n.bark_id"),
        REBARKED("barks", "x.author_id", "x.id", "n.kind = 'REBARK' and x.rebark_of_id = n.bark_id"),
        FOLLOWED(
                "follows",
                "x.follower_id",
                "x.created_at",
                "n.kind = 'FOLLOW' and x.followee_id = n.recipient_id"
                        + " and x.created_at >= n.since and x.created_at < n.since + interval '1' day");

        private final String who;
        private final String order;
        private final String rows;

        Deed(String table, String who, String order, String which) {
            this.who = who;
            this.order = order;
            this.rows = " from " + table + " x join users u on u.id = " + who
                    + " where " + which + " and u.banned_at is null and u.closed_at is null and not (" + who
                    + " = any(:hidden))";
        }

        String anyone() {
            return "array(select " + who + rows + " limit 1) as " + name();
        }

        String last() {
            return "array(select " + who + rows + " order by " + order + " desc limit " + Notification.MOST_PEOPLE
                    + ") as " + name();
        }

        String counted() {
            return "(select count(*)" + rows + ") as " + name() + "_count";
        }
    }

    private static final String PAGE = "select " + COLUMNS
            + Arrays.stream(Deed.values())
                    .map(deed -> deed.last() + ", " + deed.counted())
                    .collect(Collectors.joining(", "))
            + ", array(select m.name from mentions m where m.bark_id = b.id) as mentions, n.id > i.read_up_to as unread"
            + " from notifications n join inboxes i on i.account_id = n.recipient_id" + BARK
            + " where n.recipient_id = :me and n.id < :before and n.kind in (:kinds) order by n.id desc limit :rows";

    private static final String UNREAD = "select i.quiet_from, i.quiet_to, i.quiet_zone, " + COLUMNS
            + Arrays.stream(Deed.values()).map(Deed::anyone).collect(Collectors.joining(", "))
            + " from inboxes i left join notifications n on n.recipient_id = i.account_id and n.id > i.read_up_to"
            + BARK
            + " where i.account_id = :me order by n.id desc limit " + Unread.MOST;

    private final JdbcClient jdbc;

    NotificationQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A notification, before it is known who the people are, and whether it is to be shown. */
    private record Found(
            long id,
            NotificationKind kind,
            long authorId,
            boolean authorStands,
            long rootId,
            String text,
            boolean mentioned,
            List<Long> people) {

        boolean isFor(ReaderRules rules, Instant now) {
            return switch (kind) {
                case REPLY -> isReadable(rules, now);
                case MENTION -> mentioned && isReadable(rules, now);
                case LIKE, REBARK -> !people.isEmpty() && !rules.hidesThread(rootId, now);
                case FOLLOW -> !people.isEmpty();
            };
        }

        private boolean isReadable(ReaderRules rules, Instant now) {
            return authorStands
                    && !rules.hidesPerson(authorId, now)
                    && !rules.hidesThread(rootId, now)
                    && !rules.hidesText(new FoldedText(text), now);
        }
    }

    /** One more than a page has tells if more follow. */
    NotificationPage page(
            Viewer me, ReaderRules rules, Collection<NotificationKind> kinds, long before, int size, Instant now) {
        record Row(Found found, Timestamp at, boolean unread, long count, Set<String> mentions, long barkId) {}
        List<Row> rows = jdbc.sql(PAGE)
                .param("me", me.id())
                .param("hidden", hidden(me, rules, now))
                .param("before", before)
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .param("rows", size + 1)
                .query((row, number) -> new Row(
                        found(row),
                        row.getTimestamp("at"),
                        row.getBoolean("unread"),
                        count(row),
                        names(row.getArray("mentions")),
                        row.getLong("bark_id")))
                .list();
        List<Row> shown = rows.stream()
                .limit(size)
                .filter(row -> row.found().isFor(rules, now))
                .toList();
        Map<Long, Author> people = people(
                shown.stream().flatMap(row -> row.found().people().stream()).collect(Collectors.toSet()));
        return new NotificationPage(
                shown.stream()
                        .map(row -> new Notification(
                                row.found().id(),
                                row.found().kind(),
                                row.at().toInstant(),
                                row.unread(),
                                row.found().people().stream()
                                        .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                                        .toList(),
                                row.count(),
                                row.barkId() == 0
                                        ? Optional.empty()
                                        : Optional.of(new Notification.About(
                                                row.barkId(), row.found().text(), row.mentions()))))
                        .toList(),
                rows.isEmpty()
                        ? 0
                        : rows.get(Math.min(size, rows.size()) - 1).found().id(),
                rows.size() > size);
    }

    /** In one statement. */
    Unread unread(Viewer me, ReaderRules rules, Instant now) {
        record Row(Optional<QuietHours> quiet, Optional<Found> found) {}
        List<Row> rows = jdbc.sql(UNREAD)
                .param("me", me.id())
                .param("hidden", hidden(me, rules, now))
                .query((row, number) -> new Row(
                        InboxTable.quiet(row),
                        row.getString("kind") == null ? Optional.empty() : Optional.of(found(row))))
                .list();
        if (rows.isEmpty()) {
            return Unread.NOTHING;
        }
        long count = rows.stream()
                .filter(row ->
                        row.found().filter(found -> found.isFor(rules, now)).isPresent())
                .count();
        return new Unread((int) count, rows.getFirst().quiet());
    }

    private Map<Long, Author> people(Set<Long> ids) {
        Map<Long, Author> people = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, username, display_name, avatar_version from users where id in (:ids)")
                    .param("ids", ids)
                    .query((row, number) -> new Author(
                            row.getLong(1),
                            row.getString(2),
                            Optional.ofNullable(row.getString(3)).orElse(row.getString(2)),
                            Optional.ofNullable(row.getString(4)).orElse("")))
                    .list()
                    .forEach(person -> people.put(person.id(), person));
        }
        return people;
    }

    /** Nobody hears of what they do themselves. */
    static Long[] hidden(Viewer me, ReaderRules rules, Instant now) {
        return LongStream.concat(LongStream.of(me.id()), Arrays.stream(rules.hiddenPeople(now)))
                .boxed()
                .toArray(Long[]::new);
    }

    private static Found found(ResultSet row) throws SQLException {
        NotificationKind kind = NotificationKind.valueOf(row.getString("kind"));
        long authorId = row.getLong("author_id");
        List<Long> people = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            people.addAll(ids(row.getArray(deed.name())));
        }
        return new Found(
                row.getLong("id"),
                kind,
                authorId,
                row.getBoolean("author_stands"),
                row.getLong("root_id"),
                Optional.ofNullable(row.getString("text")).orElse(""),
                row.getBoolean("mentioned"),
                kind == NotificationKind.REPLY || kind == NotificationKind.MENTION ? List.of(authorId) : people);
    }

    private static long count(ResultSet row) throws SQLException {
        long count = 0;
        for (Deed deed : Deed.values()) {
            count += row.getLong(deed.name() + "_count");
        }
        return Math.max(1, count);
    }

    private static List<Long> ids(Array ids) throws SQLException {
        return Arrays.stream((Object[]) ids.getArray())
                .map(id -> ((Number) id).longValue())
                .toList();
    }

    private static Set<String> names(Array names) throws SQLException {
        return Arrays.stream((Object[]) names.getArray()).map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }
}
