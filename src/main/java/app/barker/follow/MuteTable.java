package app.barker.follow;

import app.barker.follow.Mute.MutedPerson;
import app.barker.follow.Mute.MutedThread;
import app.barker.follow.Mute.MutedWord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@link MuteService}: each names a person, a word or a thread. */
class MuteTable {

    private final JdbcClient jdbc;

    MuteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Kind {
        PERSON("muted_id"),
        WORD("word"),
        THREAD("root_id");

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    /** Replaces the end of one that stands. The caller has locked the account. */
    void put(long accountId, Kind kind, Object what, Optional<Instant> end, Instant now) {
        @Nullable Timestamp endsAt = end.map(Timestamp::from).orElse(null);
        int replaced = jdbc.sql("update mutes set ends_at = ? where account_id = ? and " + kind.column + " = ?")
                .param(endsAt)
                .param(accountId)
                .param(what)
                .update();
        if (replaced == 0) {
            jdbc.sql("insert into mutes (account_id, " + kind.column + ", ends_at, created_at) values (?, ?, ?, ?)")
                    .param(accountId)
                    .param(what)
                    .param(endsAt)
                    .param(Timestamp.from(now))
                    .update();
        }
    }

    boolean holds(long accountId, Kind kind, Object what) {
        return jdbc.sql("select count(*) from mutes where account_id = ? and " + kind.column + " = ?")
                        .params(accountId, what)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int count(long accountId, Kind kind) {
        return jdbc.sql("select count(*) from mutes where account_id = ? and " + kind.column + " is not null")
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    /** Those in force, the latest first, without people who have blocked the one who muted them. */
    List<Mute> inForce(long accountId, Instant now) {
        return jdbc.sql("""
                        select m.id, u.username, coalesce(u.display_name, u.username) as display_name,
                            m.word, m.root_id, m.ends_at
                        from mutes m
                        left join users u on u.id = m.muted_id
                        left join blocks b on b.blocker_id = m.muted_id and b.blocked_id = m.account_id
                        where m.account_id = ? and (m.ends_at is null or m.ends_at > ?) and b.blocker_id is null
                        order by m.id desc
                        """)
                .params(accountId, Timestamp.from(now))
                .query((row, number) -> mute(row))
                .list();
    }

    int delete(long accountId, Kind kind, Object what) {
        return jdbc.sql("delete from mutes where account_id = ? and " + kind.column + " = ?")
                .params(accountId, what)
                .update();
    }

    int delete(long accountId, long muteId) {
        return jdbc.sql("delete from mutes where account_id = ? and id = ?")
                .params(accountId, muteId)
                .update();
    }

    void deleteEnded(long accountId, Instant now) {
        jdbc.sql("delete from mutes where account_id = ? and ends_at <= ?")
                .params(accountId, Timestamp.from(now))
                .update();
    }

    /** All but the latest so many. */
    void deleteOldest(long accountId, Kind kind, int kept) {
        // Two statements: H2 asks a subquery again for every row.
        jdbc.sql("select id from mutes where account_id = ? and " + kind.column
                        + " is not null order by id desc offset ? rows")
                .params(accountId, kept)
                .query(Long.class)
                .list()
                .forEach(id -> delete(accountId, id));
    }

    private static Mute mute(ResultSet row) throws SQLException {
        @Nullable String username = row.getString("username");
        @Nullable String word = row.getString("word");
        Mute.Target target;
        if (username != null) {
            target = new MutedPerson(username, row.getString("display_name"));
        } else if (word != null) {
            target = new MutedWord(word);
        } else {
            target = new MutedThread(row.getLong("root_id"));
        }
        return new Mute(
                row.getLong("id"),
                target,
                Optional.ofNullable(row.getTimestamp("ends_at")).map(Timestamp::toInstant));
    }
}
