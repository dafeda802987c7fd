package app.barker.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** What one more open, idle Home costs the server's heap: a session with a log-in, the page, its push connection. */
final class IdleTabHeap implements Measure {

    private static final double KIB = 1024;
    private static final int BARKS = 20;

    private static final int HEARTBEATS = 2;

    /** Opened before, so that what is loaded once is loaded. */
    private static final int WARM_UP = 40;

    @Override
    public String name() {
        return "idle-tab-heap";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        try (Postgres postgres = Postgres.filled(setting, BARKS);
                Server server =
                        Server.start(setting.jar(), setting.workplace().folder("server"), postgres.serverOptions());
                HttpClient http = Reader.newClient()) {
            List<Tab> open = new ArrayList<>(open(server, http, WARM_UP));
            Heap before = Heap.of(server);
            open.addAll(open(server, http, setting.tabs()));
            Heap after = Heap.of(server);
            after.mostGrown(before, 45, setting.tabs()).forEach(setting::detail);
            double each = after.growthSince(before) / KIB / setting.tabs();
            open.forEach(Tab::die);
            http.shutdownNow();
            return List.of(Figure.withGoal(
                    name(),
                    each,
                    "KiB",
                    60,
                    "live heap (jcmd GC.class_histogram) with %d more Homes, each with its own session, push and %d barks,"
                                    .formatted(setting.tabs(), BARKS)
                            + " less that with " + WARM_UP
                            + ", a tab, after two heartbeats; on PostgreSQL; Flow's requests sent without a browser"));
        }
    }

    static List<Tab> open(Server server, HttpClient http, int tabs) throws Exception {
        List<Tab> opened = new ArrayList<>();
        for (int i = 0; i < tabs; i++) {
            opened.add(Reader.logIn(server, http, Kennel.READER).openHome());
        }
        // Idle is who has said nothing but this for two minutes.
        for (int i = 0; i < HEARTBEATS; i++) {
            for (Tab tab : opened) {
                tab.heartbeat();
            }
        }
        return opened;
    }
}
