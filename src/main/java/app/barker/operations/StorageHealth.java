package app.barker.operations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a bark could be stored now. A full disk still answers queries, so this writes a row. */
@Component
class StorageHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(StorageHealth.class);

    /** Anyone may ask for the health; nobody shall make the disk busy by it. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant checkedAt = Instant.EPOCH;
    private Health last = Health.unknown().build();

    StorageHealth(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        Instant now = clock.instant();
        if (checkedAt.plus(FRESH).isBefore(now)) {
            checkedAt = now;
            last = write(now);
        }
        return last;
    }

    private Health write(Instant now) {
        try {
            transaction.executeWithoutResult(tx -> jdbc.sql("update health_probe set written_at = ? where id = 1")
                    .param(Timestamp.from(now))
                    .update());
            return Health.up().build();
        } catch (DataAccessException | TransactionException failed) {
            LOG.warn("The database cannot store: {}", failed.toString());
            return Health.down().build();
        }
    }
}
