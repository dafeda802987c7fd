package app.barker.signin;

import java.sql.Timestamp;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@link SignInThrottle}: a subject is an account name or an address. */
class ThrottleTable {

    private static final Logger LOG = LoggerFactory.getLogger(ThrottleTable.class);

    private final JdbcClient jdbc;

    ThrottleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(int failures, Instant lastFailure, Instant blockedUntil) {}

    /** Makes sure that there is a row to lock. */
    void makeRow(String subject, Instant now) {
        int rows = jdbc.sql("select count(*) from sign_in_throttle where subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
        if (rows == 0) {
            try {
                jdbc.sql("insert into sign_in_throttle (subject, failures, last_failure, blocked_until)"
                                + " values (?, 0, ?, ?)")
                        .param(subject)
                        .param(Timestamp.from(now))
                        .param(Timestamp.from(Instant.EPOCH))
                        .update();
            } catch (DuplicateKeyException madeMeanwhile) {
                LOG.trace("Made meanwhile by another attempt", madeMeanwhile);
            }
        }
    }

    /** A row that was forgotten since {@link #makeRow} counts as fresh; the next attempt makes it again. */
    Row lock(String subject) {
        return jdbc.sql(
                        "select failures, last_failure, blocked_until from sign_in_throttle where subject = ? for update")
                .param(subject)
                .query((row, number) -> new Row(
                        row.getInt(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .optional()
                .orElse(new Row(0, Instant.EPOCH, Instant.EPOCH));
    }

    void update(String subject, int failures, Instant now, Instant blockedUntil) {
        jdbc.sql("update sign_in_throttle set failures = ?, last_failure = ?, blocked_until = ? where subject = ?")
                .param(failures)
                .param(Timestamp.from(now))
                .param(Timestamp.from(blockedUntil))
                .param(subject)
                .update();
    }

    /** Not deleted: others may be waiting for the lock of this very row. */
    void reset(String subject) {
        jdbc.sql("update sign_in_throttle set failures = 0, blocked_until = ? where subject = ?")
                .param(Timestamp.from(Instant.EPOCH))
                .param(subject)
                .update();
    }

    /** Unless somebody else has made it wait since. */
    void takeBackWait(String subject, Instant mine, Instant before) {
        jdbc.sql("update sign_in_throttle set blocked_until = ? where subject = ? and blocked_until = ?")
                .param(Timestamp.from(before))
                .param(subject)
                .param(Timestamp.from(mine))
                .update();
    }

    /** Whether this name had not failed from this address of late. */
    boolean noteFailedName(String address, String name, Instant now) {
        int known = jdbc.sql("update sign_in_failed_names set failed_at = ? where address = ? and name = ?")
                .param(Timestamp.from(now))
                .param(address)
                .param(name)
                .update();
        if (known == 0) {
            jdbc.sql("insert into sign_in_failed_names (address, name, failed_at) values (?, ?, ?)")
                    .param(address)
                    .param(name)
                    .param(Timestamp.from(now))
                    .update();
        }
        return known == 0;
    }

    int countFailedNames(String address, Instant since) {
        return jdbc.sql("select count(*) from sign_in_failed_names where address = ? and failed_at >= ?")
                .param(address)
                .param(Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void forgetFailedName(String address, String name) {
        jdbc.sql("delete from sign_in_failed_names where address = ? and name = ?")
                .param(address)
                .param(name)
                .update();
    }

    void forgetBefore(Instant oldest) {
        jdbc.sql("delete from sign_in_failed_names where failed_at < ?")
                .param(Timestamp.from(oldest))
                .update();
        jdbc.sql("delete from sign_in_throttle where last_failure < ?")
                .param(Timestamp.from(oldest))
                .update();
    }
}
