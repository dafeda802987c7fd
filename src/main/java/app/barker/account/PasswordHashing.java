package app.barker.account;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id on a small pool of its own. A hash costs some 40 ms of a core and 19 MiB; without the
 * bound a flood of log-ins would take every core and the heap from those who only read.
 */
@Component
public class PasswordHashing implements DisposableBean {

    /** OWASP Password Storage Cheat Sheet: m=19 MiB, t=2, p=1; salt of 16 and hash of 32 bytes (RFC 9106). */
    private static final PasswordEncoder ARGON2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /** How many may wait for a turn. At some 40 ms each the last one waits for about {@link #PATIENCE}. */
    private static final int QUEUE = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("argon2", Map.of("argon2", ARGON2, "bcrypt", new BCryptPasswordEncoder()));
    private final ThreadPoolExecutor pool;
    private final Duration patience;
    private final String decoy;

    @Autowired
    PasswordHashing() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), QUEUE, PATIENCE);
    }

    PasswordHashing(int threads, int queue, Duration patience) {
        this.patience = patience;
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(queue),
                new CustomizableThreadFactory("password-hashing-"));
        // In no turn: nobody waits yet.
        decoy = encoder.encode("a password that nobody has");
    }

    /**
     * A new salted hash, with its parameters in it.
     *
     * @throws HashingBusy when the pool has no turn to give within a few seconds
     */
    public String hash(Password password) {
        return inTurn(() -> encoder.encode(password.reveal()));
    }

    /**
     * Whether a password is the one behind a hash.
     *
     * @throws HashingBusy when the pool has no turn to give within a few seconds
     */
    public boolean matches(Password password, String hash) {
        return inTurn(() -> encoder.matches(password.reveal(), hash));
    }

    /** A hash that no password matches on purpose, to spend the same time on a name that does not exist. */
    public String decoy() {
        return decoy;
    }

    /** Whether a hash was made with weaker parameters, or another way, than new ones are. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T inTurn(Callable<T> work) {
        Future<T> result;
        try {
            result = pool.submit(work);
        } catch (RejectedExecutionException full) {
            throw new HashingBusy(full);
        }
        try {
            return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            result.cancel(false);
            throw new HashingBusy(slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HashingBusy(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Hashing failed", failed.getCause());
        }
    }

    @Override
    public void destroy() {
        pool.shutdownNow();
    }
}
