package app.barker.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that there is something new, never what: each asks again with its own viewer's rights. Rings from a
 * thread of its own, so that whoever caused the news does not pay for the audience, and at most once an interval, so that
 * a hundred news in ten seconds are seventeen rings.
 */
@Component
public class Doorbell implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);

    /**
     * A little more than half a second, so that of what arrives at a page no second holds more than two; and news come within
     * a second with time to spare for a thousand pages.
     */
    private static final Duration INTERVAL = Duration.ofMillis(600);

    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("doorbell-"));
    private volatile long lastRing;

    /** Hears every ring until it is closed. The listener is called on the doorbell's thread and must not block. */
    public Listening listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Ends listening. */
    @FunctionalInterface
    public interface Listening {
        void stop();
    }

    /** Rings soon. Cheap, from any thread, as often as one likes. */
    public void ring() {
        if (scheduled.compareAndSet(false, true)) {
            long sinceLast = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastRing);
            thread.schedule(
                    this::ringNow,
                    Math.clamp(INTERVAL.toMillis() - sinceLast, 0, INTERVAL.toMillis()),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void ringNow() {
        // First, so that news that come while it rings cause another ring.
        scheduled.set(false);
        lastRing = System.nanoTime();
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException broken) {
                LOG.warn("A page could not be told of news", broken);
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
