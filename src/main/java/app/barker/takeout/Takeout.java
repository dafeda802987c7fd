package app.barker.takeout;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One person's data on the way into a file, or there. Read and changed by several threads. */
public final class Takeout {

    private final long accountId;
    private final String key;
    private final Instant expiresAt;
    private final AtomicInteger percent = new AtomicInteger();
    private volatile @Nullable Path file;
    private volatile boolean failed;

    Takeout(long accountId, String key, Instant expiresAt) {
        this.accountId = accountId;
        this.key = key;
        this.expiresAt = expiresAt;
    }

    /** At the end of its address, and of use to its owner alone. */
    public String key() {
        return key;
    }

    /** When the file goes. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** From 0 to 100. */
    public int percent() {
        return percent.get();
    }

    public boolean isReady() {
        return file != null;
    }

    public boolean isFailed() {
        return failed;
    }

    boolean isRunning() {
        return !isReady() && !failed;
    }

    boolean isOf(long account) {
        return accountId == account;
    }

    @Nullable
    Path file() {
        return file;
    }

    void reached(int percentDone) {
        percent.set(Math.clamp(percentDone, 0, 99));
    }

    void ready(Path written) {
        percent.set(100);
        file = written;
    }

    void fail() {
        failed = true;
    }
}
