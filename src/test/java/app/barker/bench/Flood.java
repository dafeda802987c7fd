package app.barker.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Many clients that log in with a new name and a wrong password, again and again, until it is closed. */
final class Flood implements AutoCloseable {

    static final int CLIENTS = 50;

    private static final long LONGEST_NANOS = 25_000_000_000L;

    /** Until the queue for hashing is as long as it gets. */
    private static final int SWELL_MILLIS = 2_000;

    private final Server server;
    private final HttpClient http = Client.open().http();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final long begun = System.nanoTime();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile boolean over;

    private Flood(Server server) {
        this.server = server;
    }

    static Flood on(Server server) throws InterruptedException {
        Flood flood = new Flood(server);
        for (int i = 0; i < CLIENTS; i++) {
            flood.clients.submit(flood::tryAgainAndAgain);
        }
        Thread.sleep(SWELL_MILLIS);
        return flood;
    }

    private void tryAgainAndAgain() {
        while (!over && System.nanoTime() - begun < LONGEST_NANOS) {
            // Seldom the same twice, so that it is no name's own throttle that answers.
            String name = "x" + Long.toString(Math.floorMod(System.nanoTime(), 36L * 36 * 36 * 36 * 36 * 36), 36);
            try {
                HttpResponse<Void> answer = http.send(
                        Reader.logInRequest(server, name, "the wrong password of the day"), BodyHandlers.discarding());
                (Reader.whereTo(answer).contains("busy") ? busy : refused).incrementAndGet();
            } catch (IOException lost) {
                failed.incrementAndGet();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        over = true;
        clients.close();
        http.close();
    }

    @Override
    public String toString() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return "%.0f log-ins a second for %.0f s (%d refused, %d busy, %d without answer)"
                .formatted(
                        (refused.get() + busy.get() + failed.get()) / seconds,
                        seconds,
                        refused.get(),
                        busy.get(),
                        failed.get());
    }
}
