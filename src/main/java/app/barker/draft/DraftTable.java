package app.barker.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@link DraftService}. */
@Component
class DraftTable {

    private static final String COLUMNS =
            "select draft_key, text, parent_id, saved_at from drafts where account_id = ?";

    private final JdbcClient jdbc;

    DraftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Draft> all(long accountId) {
        return jdbc.sql(COLUMNS + " order by saved_at desc, draft_key")
                .param(accountId)
                .query((row, number) -> draft(row))
                .list();
    }

    Optional<Draft> find(long accountId, UUID key) {
        return jdbc.sql(COLUMNS + " and draft_key = ?")
                .params(accountId, key)
                .query((row, number) -> draft(row))
                .optional();
    }

    int count(long accountId) {
        return jdbc.sql("select count(*) from drafts where account_id = ?")
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    boolean isPosted(long accountId, UUID key) {
        return jdbc.sql("select count(*) from barks where author_id = ? and post_key = ?")
                        .params(accountId, key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether there was one under this key. */
    boolean replace(long accountId, UUID key, Draft by) {
        return jdbc.sql("""
                        update drafts set draft_key = ?, text = ?, parent_id = ?, saved_at = ?
                        where account_id = ? and draft_key = ?""")
                        .param(by.key())
                        .param(by.text())
                        .param(by.inReplyTo().orElse(null))
                        .param(Timestamp.from(by.savedAt()))
                        .param(accountId)
                        .param(key)
                        .update()
                > 0;
    }

    void insert(long accountId, Draft draft) {
        jdbc.sql("insert into drafts (account_id, draft_key, text, parent_id, saved_at) values (?, ?, ?, ?, ?)")
                .param(accountId)
                .param(draft.key())
                .param(draft.text())
                .param(draft.inReplyTo().orElse(null))
                .param(Timestamp.from(draft.savedAt()))
                .update();
    }

    void delete(long accountId, Collection<UUID> keys) {
        keys.forEach(key -> jdbc.sql("delete from drafts where account_id = ? and draft_key = ?")
                .params(accountId, key)
                .update());
    }

    void deletePosted(long accountId, long barkId) {
        jdbc.sql("""
                        delete from drafts where account_id = ?
                            and draft_key = (select post_key from barks where id = ?)""").params(accountId, barkId).update();
    }

    void deleteAll(long accountId) {
        jdbc.sql("delete from drafts where account_id = ?").param(accountId).update();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("draft_key", UUID.class),
                row.getString("text"),
                Optional.ofNullable(row.getObject("parent_id", Long.class)),
                row.getTimestamp("saved_at").toInstant());
    }
}
