package app.barker.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes notifications, each for whom wants to hear of its kind. Whom its recipient has muted writes none, and neither does what
 * happens in a muted thread: when the mute ends there is nothing to be caught up with. Other rules are looked at by whoever reads.
 */
@Component
class NotificationTable {

    private static final String NOW = "cast(:now as timestamp(6) with time zone)";

    private static final String NOT_MUTED = """
             and not exists (select 1 from mutes x where x.account_id = i.account_id
                and (x.muted_id = :by or x.root_id = coalesce(b.root_id, b.id)) and (x.ends_at is null or x.ends_at > :now))
            """;

    private static final String NOT_TOLD =
            " and not exists (select 1 from notifications n where n.recipient_id = i.account_id and n.bark_id = b.id)";

    private static final String NOT_TAKEN_BACK = """
             and not exists (select 1 from taken_back t where t.recipient_id = i.account_id and t.by_id = :by
                and t.kind = :kind""";

    /** It is not there, or has been read, or something newer may stand above it. */
    private static final String NOT_ON_TOP = " and (n.id is null or n.id <= i.read_up_to or n.at < :stale)";

    private final JdbcClient jdbc;

    NotificationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a bark answers, and whom it mentions. */
    List<Long> addressedBy(long barkId, long authorId) {
        return jdbc.sql("""
                        select p.author_id from barks b join barks p on p.id = b.parent_id
                        where b.id = :bark and p.author_id <> :by
                        union select m.account_id from mentions m where m.bark_id = :bark and m.account_id <> :by
                        """)
                .param("bark", barkId)
                .param("by", authorId)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    void addReply(long barkId, long authorId, Instant now) {
        jdbc.sql("insert into notifications (recipient_id, kind, bark_id, at) select i.account_id, 'REPLY', b.id, "
                        + NOW + """
                         from barks b join barks p on p.id = b.parent_id join inboxes i on i.account_id = p.author_id
                        where b.id = :bark and p.author_id <> :by and i.replies
                        """ + NOT_MUTED + NOT_TOLD)
                .param("bark", barkId)
                .param("by", authorId)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whoever was told of the bark already is not told again: a name may come and go, and an answer says more. */
    void addMentions(long barkId, long authorId, Instant now) {
        jdbc.sql("insert into notifications (recipient_id, kind, bark_id, at) select i.account_id, 'MENTION', b.id, "
                        + NOW + """
                         from mentions m join barks b on b.id = m.bark_id join inboxes i on i.account_id = m.account_id
                        where m.bark_id = :bark and m.account_id <> :by and i.mentions
                        """ + NOT_MUTED + NOT_TOLD)
                .param("bark", barkId)
                .param("by", authorId)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whether the likes, or the rebarks, of a bark need {@link #bringUp} for what somebody has just done. */
    boolean isToBringUp(NotificationKind kind, long barkId, long byId, Instant now, Instant stale) {
        return !jdbc.sql("""
                        select 1 from barks b join inboxes i on i.account_id = b.author_id
                        left join notifications n on n.recipient_id = i.account_id and n.kind = :kind and n.bark_id = b.id
                        where b.id = :bark and b.author_id <> :by and i.""" + kind.column() + NOT_MUTED + NOT_TAKEN_BACK + " and t.bark_id = b.id)" + NOT_ON_TOP)
                .param("kind", kind.name())
                .param("bark", barkId)
                .param("by", byId)
                .param("now", Timestamp.from(now))
                .param("stale", Timestamp.from(stale))
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Makes it the newest one of its recipient, whose inbox the caller has locked. */
    void bringUp(NotificationKind kind, long recipientId, long barkId, Instant now) {
        jdbc.sql("delete from notifications where recipient_id = ? and kind = ? and bark_id = ?")
                .params(recipientId, kind.name(), barkId)
                .update();
        jdbc.sql("insert into notifications (recipient_id, kind, bark_id, at) values (?, ?, ?, ?)")
                .params(recipientId, kind.name(), barkId, Timestamp.from(now))
                .update();
    }

    /** The same for those who began to follow somebody on a day. */
    boolean isToBringUpFollowers(long recipientId, long byId, Instant day, Instant now, Instant stale) {
        return !jdbc.sql("""
                        select 1 from inboxes i
                        left join notifications n on n.recipient_id = i.account_id and n.since = :day
                        where i.account_id = :recipient and i.follows
                            and not exists (select 1 from mutes x where x.account_id = i.account_id and x.muted_id = :by
                                and (x.ends_at is null or x.ends_at > :now))
                        """ + NOT_TAKEN_BACK + ")" + NOT_ON_TOP)
                .param("recipient", recipientId)
                .param("kind", NotificationKind.FOLLOW.name())
                .param("by", byId)
                .param("day", Timestamp.from(day))
                .param("now", Timestamp.from(now))
                .param("stale", Timestamp.from(stale))
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    void bringUpFollowers(long recipientId, Instant day, Instant now) {
        jdbc.sql("delete from notifications where recipient_id = ? and since = ?")
                .params(recipientId, Timestamp.from(day))
                .update();
        jdbc.sql("insert into notifications (recipient_id, kind, since, at) values (?, 'FOLLOW', ?, ?)")
                .params(recipientId, Timestamp.from(day), Timestamp.from(now))
                .update();
    }

    /** Remembers who took back what its recipient may have been told of. */
    void addTakenBack(NotificationKind kind, long recipientId, Optional<Long> barkId, long byId, Instant now) {
        jdbc.sql("""
                        insert into taken_back (recipient_id, kind, bark_id, by_id, at)
                        select i.account_id, cast(:kind as varchar(10)), cast(:bark as bigint), cast(:by as bigint),
                        """ + NOW + """
                         from inboxes i where i.account_id = :recipient and i.account_id <> :by
                            and exists (select 1 from notifications n where n.recipient_id = i.account_id and n.kind = :kind
                                and (n.bark_id = cast(:bark as bigint) or cast(:bark as bigint) is null))
                            and not exists (select 1 from taken_back t where t.recipient_id = i.account_id and t.by_id = :by
                                and t.kind = :kind and (t.bark_id = cast(:bark as bigint) or cast(:bark as bigint) is null))
                        """)
                .param("kind", kind.name())
                .param("bark", barkId.orElse(null))
                .param("by", byId)
                .param("now", Timestamp.from(now))
                .param("recipient", recipientId)
                .update();
    }

    /** What one has said to the other, and what only the other has done to the one's barks. */
    void deleteBetween(long recipientId, long otherId) {
        for (String which : List.of(
                "exists (select 1 from barks b where b.id = notifications.bark_id and b.author_id = :other)",
                "kind = 'LIKE'" + byNobodyElse("likes", "bark_id", "account_id"),
                "kind = 'REBARK'" + byNobodyElse("barks", "rebark_of_id", "author_id"))) {
            jdbc.sql("delete from notifications where recipient_id = :recipient and " + which)
                    .param("recipient", recipientId)
                    .param("other", otherId)
                    .update();
        }
    }

    private static String byNobodyElse(String table, String bark, String who) {
        return (" and exists (select 1 from %1$s x where x.%2$s = notifications.bark_id and x.%3$s = :other)"
                        + " and not exists (select 1 from %1$s x where x.%2$s = notifications.bark_id"
                        + " and x.%3$s <> :other and x.%3$s <> :recipient)")
                .formatted(table, bark, who);
    }

    /** Who has been told of a bark. */
    List<Long> recipientsFor(long barkId) {
        return jdbc.sql("select distinct recipient_id from notifications where bark_id = ?")
                .param(barkId)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Whom somebody's own barks have been told to. */
    List<Long> recipientsForBarksOf(long authorId) {
        return jdbc.sql("""
                        select distinct n.recipient_id from barks b join notifications n on n.bark_id = b.id
                        where b.author_id = ?""")
                .param(authorId)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** What others were told of that somebody said, and what is remembered of what they took back. */
    void deleteCausedBy(long personId) {
        jdbc.sql("""
                        delete from notifications where kind in ('REPLY', 'MENTION')
                            and bark_id in (select b.id from barks b where b.author_id = ?)""").param(personId).update();
        jdbc.sql("delete from taken_back where by_id = ?").param(personId).update();
    }

    /** What has come, or has been brought up. */
    record Arrival(long id, long recipientId) {}

    /** On whatever node. */
    List<Arrival> arrivedSince(Instant since) {
        return jdbc.sql("select id, recipient_id from notifications where at > ?")
                .param(Timestamp.from(since))
                .query((row, number) -> new Arrival(row.getLong(1), row.getLong(2)))
                .list();
    }

    void deleteOlderThan(Instant oldest) {
        for (String table : List.of("notifications", "taken_back")) {
            jdbc.sql("delete from " + table + " where at < ?")
                    .param(Timestamp.from(oldest))
                    .update();
        }
    }
}
