package app.barker.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links that do one thing once, for whoever has them. Stored as hashes; a newer one ends those before it. */
@Component
class OneTimeLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a link is for. Stored by name. */
    enum Purpose {
        RESET_PASSWORD
    }

    /** Makes one and returns its secret, which is nowhere else. */
    @Transactional(propagation = Propagation.MANDATORY)
    String make(long accountId, Purpose purpose, Duration lifetime) {
        end(accountId, purpose);
        String secret = Secret.draw();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into one_time_links (account_id, purpose, secret_hash, created_at, expires_at)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        accountId,
                        purpose.name(),
                        Secret.hash(secret),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(lifetime)))
                .update();
        return secret;
    }

    /** Whose it is, as long as it has not been used. */
    Optional<Long> ownerOf(String secret, Purpose purpose) {
        return jdbc.sql("""
                        select account_id from one_time_links
                        where secret_hash = ? and purpose = ? and used_at is null and expires_at > ?""")
                .params(Secret.hash(secret), purpose.name(), Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    /** Of any number who use it at the same moment, one gets true. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean use(String secret, Purpose purpose) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        update one_time_links set used_at = ?
                        where secret_hash = ? and purpose = ? and used_at is null and expires_at > ?""")
                        .params(now, Secret.hash(secret), purpose.name(), now)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(long accountId, Purpose purpose) {
        jdbc.sql("delete from one_time_links where account_id = ? and purpose = ?")
                .params(accountId, purpose.name())
                .update();
    }
}
