package app.barker.bench;

import java.util.List;
import java.util.UUID;

/** What a tab whose connection died gathers while others bark; the server frees it only when its session ends. */
final class DeadTabGrowth implements Measure {

    private static final int BARKS = 1_000;

    /** The doorbell rings at most every 500 ms: barks this far apart are a ring each. */
    private static final int RING_MILLIS = 600;

    private static final int RINGS = 80;

    @Override
    public String name() {
        return "dead-tab-growth";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        try (Site site = Site.open(setting, Site.CHATTY)) {
            Server server = site.server();
            Tab author = site.logIn(Kennel.AUTHOR).openHome();
            // The window of recent barks is full and the code warm before anything is compared.
            post(author, BARKS, 0);
            long barksAlone = growth(server, author, BARKS, 0);
            long ringsAlone = growth(server, author, RINGS, RING_MILLIS);

            IdleTabHeap.open(site, 0, setting.tabs()).forEach(Tab::die);
            post(author, 5, RING_MILLIS);
            long begun = System.nanoTime();
            long barks = growth(server, author, BARKS, 0);
            long seconds = (System.nanoTime() - begun) / 1_000_000_000;
            long rings = growth(server, author, RINGS, RING_MILLIS);
            setting.detail("growth in bytes: %d barks alone %d, with tabs %d; %d rings alone %d, with tabs %d"
                    .formatted(BARKS, barksAlone, barks, RINGS, ringsAlone, rings));
            return List.of(
                    Figure.withGoal(
                            name(),
                            Math.rint((barks - barksAlone) / (double) (BARKS * setting.tabs())),
                            "bytes per bark and tab",
                            0,
                            "%d tabs with sockets cut; live heap after %d barks (%d s) less before, less the same without tabs; on PostgreSQL; whole bytes"
                                    .formatted(setting.tabs(), BARKS, seconds)),
                    Figure.withGoal(
                            name() + ".ring",
                            Math.rint((rings - ringsAlone) / (double) (RINGS * setting.tabs())),
                            "bytes per ring and tab",
                            0,
                            "the same with %d barks %d ms apart, each a ring of its own"
                                    .formatted(RINGS, RING_MILLIS)));
        }
    }

    private static long growth(Server server, Tab author, int barks, int pauseMillis) throws Exception {
        Heap before = Heap.of(server);
        post(author, barks, pauseMillis);
        return Heap.of(server).growthSince(before);
    }

    private static void post(Tab author, int barks, int pauseMillis) throws Exception {
        for (int i = 0; i < barks; i++) {
            author.bark(
                    "Woof, says the dog next door, and again: woof.",
                    UUID.randomUUID().toString());
            Thread.sleep(pauseMillis);
        }
    }
}
