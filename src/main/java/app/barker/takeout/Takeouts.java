package app.barker.takeout;

import app.barker.signin.Origin;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityLog;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes people's data into files of this node's temporary folder, one person's once at a time, and hands each out to its owner for
 * {@link #KEPT}. A restart forgets them.
 */
@Service
public class Takeouts implements DisposableBean {

    /** A file is there for so long. */
    public static final Duration KEPT = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Takeouts.class);

    private final TakeoutFile files;
    private final SignIns signIns;
    private final SecurityLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Long, Takeout> byAccount = new ConcurrentHashMap<>();

    /** One after the other: nobody's takeout is to slow those who read and write. */
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("takeout").factory());

    Takeouts(TakeoutFile files, SignIns signIns, SecurityLog log, TransactionTemplate transaction, Clock clock) {
        this.files = files;
        this.signIns = signIns;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Begins to write; a file of before goes. While one is being written, it stays that one.
     *
     * @throws app.barker.signin.ProofNeeded when the password has to be typed again first
     */
    public Takeout begin(SignedIn me) {
        Origin from = transaction.execute(tx -> signIns.requireProof(me));
        long account = me.viewer().id();
        Takeout fresh = new Takeout(
                account, UUID.randomUUID().toString(), clock.instant().plus(KEPT));
        Takeout now = byAccount.compute(account, (id, before) -> {
            if (before != null && before.isRunning()) {
                return before;
            }
            if (before != null) {
                delete(before);
            }
            return fresh;
        });
        if (now == fresh) {
            transaction.executeWithoutResult(tx -> log.write(SecurityLog.Entry.of(SecurityEventKind.EXPORT_MADE, from)
                    .about(account)
                    .by(account)));
            writer.execute(() -> write(fresh, account));
        }
        return now;
    }

    /** One's own, as far as it is. */
    public Optional<Takeout> of(SignedIn me) {
        return Optional.ofNullable(byAccount.get(me.viewer().id())).filter(this::isFresh);
    }

    /** The file at an address, for its owner alone; anything may stand there. */
    Optional<Path> file(long accountId, String key) {
        return Optional.ofNullable(byAccount.get(accountId))
                .filter(this::isFresh)
                .filter(takeout -> takeout.isOf(accountId) && takeout.key().equals(key))
                .map(Takeout::file);
    }

    private void write(Takeout takeout, long accountId) {
        Path file = null;
        try {
            file = Files.createTempFile("barker-takeout-", ".zip");
            files.write(accountId, file, takeout::reached);
            takeout.ready(file);
        } catch (IOException | DataAccessException | TransactionException failed) {
            LOG.error("A takeout failed", failed);
            takeout.fail();
            deleteIfThere(file);
        }
    }

    @Scheduled(fixedDelayString = "PT1M")
    void forgetOld() {
        byAccount.values().removeIf(takeout -> {
            boolean old = !isFresh(takeout) && !takeout.isRunning();
            if (old) {
                delete(takeout);
            }
            return old;
        });
    }

    private boolean isFresh(Takeout takeout) {
        Instant now = clock.instant();
        return now.isBefore(takeout.expiresAt());
    }

    private static void delete(Takeout takeout) {
        deleteIfThere(takeout.file());
    }

    private static void deleteIfThere(@Nullable Path file) {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException stuck) {
            LOG.warn("A takeout stays behind in the temporary folder", stuck);
        }
    }

    @Override
    public void destroy() {
        writer.shutdownNow();
        byAccount.values().forEach(Takeouts::delete);
    }
}
