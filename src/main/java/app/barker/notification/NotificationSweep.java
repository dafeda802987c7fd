package app.barker.notification;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes away what nobody looks for any more. */
@Component
class NotificationSweep {

    static final Duration KEPT = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(NotificationSweep.class);

    private final NotificationTable table;
    private final Clock clock;

    NotificationSweep(NotificationTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forgetOld() {
        try {
            table.deleteOlderThan(clock.instant().minus(KEPT));
        } catch (DataAccessException | TransactionException away) {
            // The next sweep tries again.
            LOG.warn("Old notifications could not be taken away: {}", away.toString());
        }
    }
}
