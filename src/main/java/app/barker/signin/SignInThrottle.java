package app.barker.signin;

import app.barker.account.AccountCreated;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows guessing down, for an account name and for an address, by waits that grow and never become a lock. Counted in the
 * database: a restart forgives nothing, and several nodes count together.
 *
 * <p>An attempt counts as failed when it is admitted and is taken back when it succeeds. The row locks make that exact: of
 * any number of attempts at the same moment only as many are admitted as would be one after the other.
 */
@Component
class SignInThrottle {

    private static final Logger LOG = LoggerFactory.getLogger(SignInThrottle.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SignInSettings settings;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, TransactionTemplate transaction, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** What {@link #succeeded} needs to take the counting back. */
    record Admission(String name, String address, boolean newName, Instant addressBefore, Instant addressAfter) {}

    private record Row(int failures, Instant lastFailure, Instant blockedUntil) {}

    /** Empty while the name or the address has to wait; a refused attempt makes no wait longer. */
    Optional<Admission> admit(String username, NetworkAddress from) {
        String name = subjectOfName(username);
        String address = "address:" + from.value();
        makeRow(address);
        makeRow(name);
        return transaction.execute(tx -> admitLocked(name, address));
    }

    void succeeded(Admission admission) {
        transaction.executeWithoutResult(tx -> {
            // The same order of locks as in admit: address, then name.
            if (admission.newName()) {
                jdbc.sql("update sign_in_throttle set blocked_until = ? where subject = ? and blocked_until = ?")
                        .param(Timestamp.from(admission.addressBefore()))
                        .param(admission.address())
                        .param(Timestamp.from(admission.addressAfter()))
                        .update();
            }
            jdbc.sql("delete from sign_in_failed_names where address = ? and name = ?")
                    .param(admission.address())
                    .param(admission.name())
                    .update();
            reset(admission.name());
        });
    }

    /** Whoever guessed at a name before it existed must not keep its new owner waiting. */
    @EventListener
    void forgive(AccountCreated created) {
        reset(subjectOfName(created.username()));
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        Timestamp old = Timestamp.from(clock.instant().minus(settings.forgetAfter()));
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("delete from sign_in_failed_names where failed_at < ?")
                    .param(old)
                    .update();
            jdbc.sql("delete from sign_in_throttle where last_failure < ?")
                    .param(old)
                    .update();
        });
    }

    private Optional<Admission> admitLocked(String name, String address) {
        Instant now = clock.instant();
        Row addressRow = lock(address);
        Row nameRow = lock(name);
        if (now.isBefore(addressRow.blockedUntil()) || now.isBefore(nameRow.blockedUntil())) {
            return Optional.empty();
        }
        int failures = isOld(nameRow, now) ? 1 : nameRow.failures() + 1;
        update(name, failures, now, now.plus(settings.waitAfter(failures, settings.freeTries())));

        boolean newName = noteFailedName(name, address, now);
        Instant blockedUntil = addressRow.blockedUntil();
        if (newName) {
            int names = countFailedNames(address, now);
            blockedUntil = now.plus(settings.waitAfter(names, settings.freeNames()));
            update(address, names, now, blockedUntil);
        }
        return Optional.of(new Admission(name, address, newName, addressRow.blockedUntil(), blockedUntil));
    }

    /** Whether this name had not failed from this address of late. */
    private boolean noteFailedName(String name, String address, Instant now) {
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

    private int countFailedNames(String address, Instant now) {
        return jdbc.sql("select count(*) from sign_in_failed_names where address = ? and failed_at >= ?")
                .param(address)
                .param(Timestamp.from(now.minus(settings.forgetAfter())))
                .query(Integer.class)
                .single();
    }

    /** In a transaction of its own: on PostgreSQL a lost race would spoil the one around it. */
    private void makeRow(String subject) {
        int rows = jdbc.sql("select count(*) from sign_in_throttle where subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
        if (rows == 0) {
            try {
                jdbc.sql("insert into sign_in_throttle (subject, failures, last_failure, blocked_until)"
                                + " values (?, 0, ?, ?)")
                        .param(subject)
                        .param(Timestamp.from(clock.instant()))
                        .param(Timestamp.from(Instant.EPOCH))
                        .update();
            } catch (DuplicateKeyException madeMeanwhile) {
                LOG.trace("Made meanwhile by another attempt", madeMeanwhile);
            }
        }
    }

    /** A row that was forgotten between {@link #makeRow} and here counts as fresh; the next attempt makes it again. */
    private Row lock(String subject) {
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

    private void update(String subject, int failures, Instant now, Instant blockedUntil) {
        jdbc.sql("update sign_in_throttle set failures = ?, last_failure = ?, blocked_until = ? where subject = ?")
                .param(failures)
                .param(Timestamp.from(now))
                .param(Timestamp.from(blockedUntil))
                .param(subject)
                .update();
    }

    /** Not deleted: others may be waiting for the lock of this very row. */
    private void reset(String subject) {
        jdbc.sql("update sign_in_throttle set failures = 0, blocked_until = ? where subject = ?")
                .param(Timestamp.from(Instant.EPOCH))
                .param(subject)
                .update();
    }

    private boolean isOld(Row row, Instant now) {
        return row.lastFailure().isBefore(now.minus(settings.forgetAfter()));
    }

    private static String subjectOfName(String username) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(username.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return "name:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
