package app.barker.signin;

import app.barker.shared.Secret;
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
        RESET_PASSWORD,
        CONFIRM_EMAIL
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

    /** An address that waits to be confirmed, and whose. */
    record Confirmed(long accountId, String address) {}

    /** Makes one that confirms an address. */
    @Transactional(propagation = Propagation.MANDATORY)
    String makeFor(long accountId, String address, Duration lifetime) {
        String secret = make(accountId, Purpose.CONFIRM_EMAIL, lifetime);
        jdbc.sql("update one_time_links set email = ? where secret_hash = ?")
                .params(address, Secret.hash(secret))
                .update();
        return secret;
    }

    Optional<String> addressWaiting(long accountId) {
        return jdbc.sql("""
                        select email from one_time_links
                        where account_id = ? and purpose = ? and used_at is null and expires_at > ?""")
                .params(accountId, Purpose.CONFIRM_EMAIL.name(), Timestamp.from(clock.instant()))
                .query((row, number) -> row.getString(1))
                .optional();
    }

    /** Uses one up. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Confirmed> confirm(String secret) {
        return use(secret, Purpose.CONFIRM_EMAIL)
                ? jdbc.sql("select account_id, email from one_time_links where secret_hash = ?")
                        .param(Secret.hash(secret))
                        .query((row, number) -> new Confirmed(row.getLong(1), row.getString(2)))
                        .optional()
                : Optional.empty();
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
