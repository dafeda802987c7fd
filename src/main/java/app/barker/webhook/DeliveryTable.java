package app.barker.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what is to be sent, or was; and of the barks of which it has not been found out yet who is to be told. */
@Component
class DeliveryTable {

    private static final long NONE = -1;

    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be sent now; of those who ask at once one has it. */
    record Claimed(long id, long webhookId, String messageId, Optional<Long> barkId, int attempt) {}

    /** In the transaction of the bark. Where nobody has a webhook nothing is written. */
    void noteBark(long barkId) {
        jdbc.sql("insert into webhook_barks (bark_id) select cast(? as bigint) from installation"
                        + " where exists (select 1 from webhooks where off_since is null)")
                .param(barkId)
                .update();
    }

    List<Long> notedBarks(int most) {
        return jdbc.sql("select bark_id from webhook_barks order by bark_id limit ?")
                .param(most)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** False when somebody else has it. */
    boolean takeBark(long barkId) {
        return jdbc.sql("delete from webhook_barks where bark_id = ?")
                        .param(barkId)
                        .update()
                == 1;
    }

    /** @param barkId empty for a test */
    void insert(long webhookId, Optional<Long> barkId, Instant now) {
        jdbc.sql("""
                        insert into webhook_deliveries (webhook_id, message_id, bark_id, state, attempts, created_at, due_at)
                        values (?, ?, ?, 'WAITING', 0, ?, ?)""")
                .param(webhookId)
                .param("msg_" + UUID.randomUUID().toString().replace("-", ""))
                .param(barkId.orElse(null))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .update();
    }

    /** Webhooks with something to send, those first that have waited longest. */
    List<Long> waiting(Instant now, Collection<Long> but, int most) {
        return jdbc.sql("""
                        select webhook_id, min(due_at) as since from webhook_deliveries
                        where due_at <= :now and webhook_id not in (:but) group by webhook_id order by since limit :most""")
                .param("now", Timestamp.from(now))
                .param("but", but.isEmpty() ? List.of(NONE) : but)
                .param("most", most)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /**
     * The first that a webhook has to send now, until the lease is over. Whoever comes second finds another due time than the
     * one it has read, on either database, and gets the next one.
     */
    Optional<Claimed> claim(long webhookId, Instant now, Instant lease) {
        for (Due due : dueOf(webhookId, now)) {
            int taken = jdbc.sql("""
                            update webhook_deliveries set due_at = :lease, attempts = attempts + 1, tried_at = :now
                            where id = :id and due_at = :due""")
                    .param("lease", Timestamp.from(lease))
                    .param("now", Timestamp.from(now))
                    .param("id", due.claimed().id())
                    .param("due", due.at())
                    .update();
            if (taken == 1) {
                return Optional.of(due.claimed());
            }
        }
        return Optional.empty();
    }

    private record Due(Claimed claimed, Timestamp at) {}

    private List<Due> dueOf(long webhookId, Instant now) {
        return jdbc.sql("select * from webhook_deliveries where webhook_id = ? and due_at <= ? order by id limit 10")
                .params(webhookId, Timestamp.from(now))
                .query((row, number) -> new Due(
                        new Claimed(
                                row.getLong("id"),
                                webhookId,
                                row.getString("message_id"),
                                number(row, "bark_id"),
                                row.getInt("attempts") + 1),
                        row.getTimestamp("due_at")))
                .list();
    }

    /** Ends one that still waits, whatever has happened to it meanwhile. */
    void end(long id, Delivery.State state, int status, Optional<DeliveryProblem> problem) {
        jdbc.sql("""
                        update webhook_deliveries set state = ?, due_at = null, status = ?, problem = ?
                        where id = ? and state = 'WAITING'""")
                .param(state.name())
                .param(status)
                .param(problem.map(DeliveryProblem::name).orElse(null))
                .param(id)
                .update();
    }

    void tryAgain(long id, Instant at, int status, Optional<DeliveryProblem> problem) {
        jdbc.sql("update webhook_deliveries set due_at = ?, status = ?, problem = ? where id = ? and state = 'WAITING'")
                .param(Timestamp.from(at))
                .param(status)
                .param(problem.map(DeliveryProblem::name).orElse(null))
                .param(id)
                .update();
    }

    /** What waits for a webhook that is off is not sent when it is on again. */
    void dropWaiting(long webhookId) {
        jdbc.sql("update webhook_deliveries set state = 'DROPPED', due_at = null"
                        + " where webhook_id = ? and state = 'WAITING'")
                .param(webhookId)
                .update();
    }

    /** The newest first. */
    List<Delivery> of(long webhookId, int most) {
        return jdbc.sql("select * from webhook_deliveries where webhook_id = ? order by id desc limit ?")
                .params(webhookId, most)
                .query((row, number) -> new Delivery(
                        row.getLong("id"),
                        number(row, "bark_id"),
                        Delivery.State.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row, "tried_at"),
                        instant(row, "due_at"),
                        row.getInt("status"),
                        Optional.ofNullable(row.getString("problem")).map(DeliveryProblem::valueOf)))
                .list();
    }

    void forget(Instant madeBefore) {
        jdbc.sql("delete from webhook_deliveries where created_at < ? and state <> 'WAITING'")
                .param(Timestamp.from(madeBefore))
                .update();
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        @Nullable Long value = row.getObject(column, Long.class);
        return Optional.ofNullable(value);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
