package app.barker.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorbellTest {

    private final Doorbell doorbell = new Doorbell();

    @AfterEach
    void stop() {
        doorbell.destroy();
    }

    @Test
    void everyListenerHearsARing() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        doorbell.listen(() -> heard.add("rex"));
        doorbell.listen(() -> heard.add("bella"));

        doorbell.ring();

        assertThat(next(2, heard)).containsExactlyInAnyOrder("rex", "bella");
    }

    @Test
    void whoRingsDoesNotPayForTheAudience() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        doorbell.listen(() -> threads.add(Thread.currentThread()));

        doorbell.ring();

        assertThat(next(1, threads).getFirst())
                .isNotSameAs(Thread.currentThread())
                .extracting(Thread::getName)
                .asString()
                .startsWith("doorbell-");
    }

    @Test
    void aThousandNewsAreOneRing() throws InterruptedException {
        BlockingQueue<Long> rings = new LinkedBlockingQueue<>();
        CountDownLatch newsAreIn = new CountDownLatch(1);
        doorbell.listen(() -> {
            rings.add(System.nanoTime());
            await(newsAreIn);
        });

        doorbell.ring();
        next(1, rings);
        for (int i = 0; i < 1_000; i++) {
            doorbell.ring();
        }
        newsAreIn.countDown();
        next(1, rings);
        // Comes after everything that those thousand have caused.
        doorbell.ring();
        next(1, rings);

        assertThat(rings).isEmpty();
    }

    @Test
    void ringsAtMostTwiceASecond() throws InterruptedException {
        BlockingQueue<Long> rings = new LinkedBlockingQueue<>();
        doorbell.listen(() -> rings.add(System.nanoTime()));

        long begun = System.nanoTime();
        doorbell.ring();
        next(1, rings);
        doorbell.ring();
        long second = next(1, rings).getFirst();

        assertThat(Duration.ofNanos(second - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void newsThatComeWhileItRingsAreNotLost() throws InterruptedException {
        BlockingQueue<String> heard = new ArrayBlockingQueue<>(10);
        doorbell.listen(() -> {
            if (heard.isEmpty()) {
                doorbell.ring();
            }
            heard.add("ring");
        });

        doorbell.ring();

        assertThat(next(2, heard)).hasSize(2);
    }

    @Test
    void aBrokenListenerSilencesNobody() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        for (int i = 0; i < 10; i++) {
            // No two are called in an order that one could rely on.
            doorbell.listen(() -> {
                throw new IllegalStateException("a detached page");
            });
            doorbell.listen(() -> heard.add("rex"));
        }

        doorbell.ring();
        assertThat(next(10, heard)).hasSize(10);

        doorbell.ring();
        assertThat(next(10, heard)).hasSize(10);
    }

    @Test
    void whoStopsListeningHearsNothingMore() throws InterruptedException {
        BlockingQueue<String> rex = new LinkedBlockingQueue<>();
        BlockingQueue<String> bella = new LinkedBlockingQueue<>();
        Doorbell.Listening listening = doorbell.listen(() -> rex.add("ring"));
        doorbell.ring();
        next(1, rex);

        listening.stop();
        doorbell.listen(() -> bella.add("ring"));
        doorbell.ring();
        next(1, bella);
        // A second one: by then the first has been told to everybody.
        doorbell.ring();
        next(1, bella);

        assertThat(rex).isEmpty();
    }

    /** Fails when they do not come. */
    private static <T> List<T> next(int count, BlockingQueue<T> queue) throws InterruptedException {
        List<T> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            T next = queue.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("ring %s", i + 1).isNotNull();
            taken.add(next);
        }
        return taken;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
