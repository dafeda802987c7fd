package app.barker.follow;

import app.barker.follow.EndingIds.EndingId;
import app.barker.follow.ReaderRules.EndingPhrase;
import app.barker.shared.FoldedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rules of a reader from where they stand. */
@Component
class RelationTables {

    private final JdbcClient jdbc;

    RelationTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one statement, so that all of it is of one moment. */
    ReaderRules rulesOf(long readerId) {
        Rows rows = new Rows();
        jdbc.sql("""
                        select 'follow' as kind, followee_id as id, cast(null as varchar(200)) as word,
                            cast(null as timestamp(6) with time zone) as ends_at
                        from follows where follower_id = :reader
                        union all
                        select 'block', blocked_id, null, null from blocks where blocker_id = :reader
                        union all
                        select 'block', blocker_id, null, null from blocks where blocked_id = :reader
                        union all
                        select case when muted_id is not null then 'person' when root_id is not null then 'thread' else 'word' end,
                            coalesce(muted_id, root_id), word, ends_at
                        from mutes where account_id = :reader
                        """).param("reader", readerId).query(rows::add);
        return rows.asRulesOf(readerId);
    }

    private static final class Rows {

        private final LongStream.Builder followees = LongStream.builder();
        private final LongStream.Builder blocked = LongStream.builder();
        private final List<EndingId> people = new ArrayList<>();
        private final List<EndingId> threads = new ArrayList<>();
        private final List<EndingPhrase> words = new ArrayList<>();

        void add(ResultSet row) throws SQLException {
            long id = row.getLong("id");
            switch (row.getString("kind")) {
                case "follow" -> followees.add(id);
                case "block" -> blocked.add(id);
                case "person" -> people.add(new EndingId(id, endOf(row)));
                case "thread" -> threads.add(new EndingId(id, endOf(row)));
                default -> words.add(new EndingPhrase(new FoldedText(row.getString("word")), endOf(row)));
            }
        }

        ReaderRules asRulesOf(long readerId) {
            return new ReaderRules(
                    readerId,
                    followees.build().sorted().toArray(),
                    blocked.build().sorted().toArray(),
                    new EndingIds(people),
                    new EndingIds(threads),
                    words);
        }

        private static Instant endOf(ResultSet row) throws SQLException {
            @Nullable Timestamp end = row.getTimestamp("ends_at");
            return end == null ? EndingIds.NEVER : end.toInstant();
        }
    }
}
