package app.barker.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How often a person may do something: so many times within a period that begins with the first time. Kept in memory: a
 * restart gives everybody the whole of it back, and each node counts for itself.
 */
public final class Allowance {

    /** Accounts that can be within a period at once; beyond, those that did nothing for longest are forgiven. */
    private static final int MOST_ACCOUNTS = 100_000;

    private final int most;
    private final Duration period;
    private final TimeMeter meter;
    private final Cache<Long, Bucket> buckets;

    public Allowance(int most, Duration period, Clock clock) {
        this.most = most;
        this.period = period;
        this.meter = new ClockMeter(clock);
        // Who did nothing for a period has the whole of it back: nothing is lost with the bucket.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ACCOUNTS)
                .expireAfterAccess(period)
                .ticker(meter::currentTimeNanos)
                .build();
    }

    /**
     * Counts one time. Of any number at the same moment no more are let through than one after the other; who is refused is
     * not kept waiting longer.
     *
     * @throws LimitReached when the account has done it as often as it may within the period
     */
    public void take(long accountId) {
        Left left = tryToTake(accountId);
        if (!left.taken()) {
            throw new LimitReached(left.untilFull());
        }
    }

    /**
     * What is left after a try.
     *
     * @param taken whether it was one of those that may be
     */
    public record Left(boolean taken, long times, Duration untilFull) {}

    /** Counts one time where there is one left. */
    public Left tryToTake(long accountId) {
        ConsumptionProbe probe = buckets.get(accountId, any -> full()).tryConsumeAndReturnRemaining(1);
        long nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Left(probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(nanos));
    }

    private Bucket full() {
        // All at once when the period is over: a bucket that fills drop by drop lets twice as many through within the
        // first.
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillIntervally(most, period))
                .withCustomTimePrecision(meter)
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
