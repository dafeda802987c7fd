package app.barker.media;

import app.barker.account.AccountClosed;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Pictures whose bark was never posted go after a day, or with the account. Those in barks go with these. */
@Component
class UnattachedMedia {

    static final Duration KEPT = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(UnattachedMedia.class);

    private final MediaTable table;
    private final Clock clock;

    UnattachedMedia(MediaTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @EventListener
    void remove(AccountClosed closed) {
        table.removeUnattachedOf(closed.person().id());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void removeOld() {
        try {
            int removed = table.removeUnattachedSince(clock.instant().minus(KEPT));
            LOG.debug("{} pictures that no bark shows are gone", removed);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Pictures that no bark shows could not be removed: {}", away.toString());
        }
    }
}
