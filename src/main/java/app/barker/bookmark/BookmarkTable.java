package app.barker.bookmark;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@link Bookmarks}. */
@Component
class BookmarkTable {

    /** A block may have come after the bookmark. */
    private static final String IS_READABLE = """
            not exists (select 1 from barks b join blocks x on (x.blocker_id = r.account_id and x.blocked_id = b.author_id)
                or (x.blocker_id = b.author_id and x.blocked_id = r.account_id) where b.id = r.bark_id)""";

    private final JdbcClient jdbc;

    BookmarkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A reminder whose time has come; of those who look at once one has it. */
    record Due(long accountId, long barkId, Timestamp at) {}

    void add(long accountId, long barkId, Instant now) {
        jdbc.sql("""
                        insert into bookmarks (account_id, bark_id, created_at)
                        select cast(:me as bigint), cast(:bark as bigint), cast(:now as timestamp(6) with time zone)
                        where not exists (select 1 from bookmarks where account_id = :me and bark_id = :bark)""")
                .param("me", accountId)
                .param("bark", barkId)
                .param("now", Timestamp.from(now))
                .update();
    }

    void remove(long accountId, long barkId) {
        jdbc.sql("delete from bookmarks where account_id = ? and bark_id = ?")
                .params(accountId, barkId)
                .update();
    }

    void removeAll(long accountId) {
        jdbc.sql("delete from bookmarks where account_id = ?").param(accountId).update();
    }

    void addReminder(long accountId, long barkId, Instant at) {
        jdbc.sql("insert into reminders (account_id, bark_id, remind_at) values (?, ?, ?)")
                .params(accountId, barkId, Timestamp.from(at))
                .update();
    }

    void forgetReminder(long accountId, long barkId) {
        jdbc.sql("delete from reminders where account_id = ? and bark_id = ?")
                .params(accountId, barkId)
                .update();
    }

    List<Reminder> remindersOf(long accountId) {
        return jdbc.sql(
                        "select bark_id, remind_at, told_at from reminders where account_id = ? order by remind_at, bark_id")
                .param(accountId)
                .query((row, number) -> new Reminder(
                        row.getLong("bark_id"),
                        row.getTimestamp("remind_at").toInstant(),
                        row.getTimestamp("told_at") != null))
                .list();
    }

    List<Due> due(Instant now, int most) {
        return jdbc.sql("""
                        select account_id, bark_id, remind_at from reminders where told_at is null and remind_at <= ?
                        order by remind_at limit ?""")
                .params(Timestamp.from(now), most)
                .query((row, number) -> new Due(row.getLong(1), row.getLong(2), row.getTimestamp(3)))
                .list();
    }

    /** False when somebody else has it, or it was set to another time meanwhile. */
    boolean take(Due due, Instant now) {
        return jdbc.sql("""
                        update reminders set told_at = ?
                        where account_id = ? and bark_id = ? and remind_at = ? and told_at is null""")
                        .params(Timestamp.from(now), due.accountId(), due.barkId(), due.at())
                        .update()
                == 1;
    }

    boolean isReadable(Due due) {
        return jdbc.sql("select count(*) from reminders r where r.account_id = ? and r.bark_id = ? and " + IS_READABLE)
                        .params(due.accountId(), due.barkId())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Told and not seen, by account. */
    Map<Long, Integer> unseen() {
        Map<Long, Integer> unseen = new HashMap<>();
        jdbc.sql("select r.account_id, count(*) from reminders r where r.told_at is not null and " + IS_READABLE
                        + " group by r.account_id")
                .query(row -> {
                    unseen.put(row.getLong(1), row.getInt(2));
                });
        return unseen;
    }
}
