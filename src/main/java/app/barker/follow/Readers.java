package app.barker.follow;

import app.barker.account.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows everybody's rules, and keeps those of the people who are reading: an open page asks at every ring. When a method that
 * changes them has returned, everybody on this node is told the new ones.
 */
@Component
public class Readers {

    /** A thousand readers who follow five thousand each, and room to spare. */
    private static final int MOST_BYTES = 64 << 20;

    /** As long as a log-in rests at the most. */
    private static final Duration KEPT_UNUSED = Duration.ofMinutes(30);

    private final RelationTables tables;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<Long, ReaderRules> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Long id, ReaderRules rules) -> rules.bytes())
            .expireAfterAccess(KEPT_UNUSED)
            .build();

    Readers(RelationTables tables) {
        this.tables = tables;
    }

    /** The rules as of the latest commit; within a transaction that writes, as that one sees them. */
    public ReaderRules rulesOf(Viewer me) {
        if (isWriting()) {
            // What it has changed is not in the cache yet, and must not get there before it is committed.
            return tables.rulesOf(me.id());
        }
        @Nullable ReaderRules kept = cache.getIfPresent(me.id());
        return kept != null ? kept : load(me.id());
    }

    /**
     * Not inside the cache's own loading: that locks the entry while it waits for a connection, and whoever drops the entry
     * after a commit still holds one. A pool full of those would wait for itself.
     */
    private ReaderRules load(long readerId) {
        long before = changes.get();
        ReaderRules loaded = tables.rulesOf(readerId);
        // Counted, then dropped: what began to load before a change is either not kept here, or dropped afterwards.
        cache.asMap().compute(readerId, (id, kept) -> changes.get() == before ? loaded : kept);
        return loaded;
    }

    /** First of all who hear of the commit: they may ask for the rules. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @TransactionalEventListener
    void drop(RelationsChanged changed) {
        changes.incrementAndGet();
        cache.invalidate(changed.accountId());
    }

    /** Also when the answer to the commit got lost. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void dropToBeSure(RelationsChanged changed) {
        drop(changed);
    }

    private static boolean isWriting() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }
}
