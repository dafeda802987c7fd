package app.barker.testing;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets many do something at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What came of it for each, in the order of their numbers; fails when it fails for one. */
    public static <T> List<T> run(int people, IntFunction<T> action) {
        CyclicBarrier start = new CyclicBarrier(people);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> results = IntStream.range(0, people)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> {
                                awaitOthers(start);
                                return action.apply(number);
                            },
                            threads))
                    .toList();
            return results.stream().map(CompletableFuture::join).toList();
        }
    }

    /** Waits until everybody has come here. */
    public static void awaitOthers(CyclicBarrier meeting) {
        try {
            meeting.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("Somebody did not come", e);
        }
    }
}
