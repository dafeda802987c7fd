package app.barker.bench;

import java.util.ArrayList;
import java.util.List;

/** What one more open, idle Home costs the server's heap: a session with a log-in, the page, its push connection. */
final class IdleTabHeap implements Measure {

    private static final double KIB = 1024;

    private static final int HEARTBEATS = 2;

    /** Opened before, so that what is loaded once is loaded. */
    private static final int WARM_UP = 40;

    @Override
    public String name() {
        return "idle-tab-heap";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        try (Site site = Site.open(setting)) {
            Server server = site.server();
            List<Tab> open = new ArrayList<>(open(site, 0, WARM_UP));
            Heap before = Heap.of(server);
            List<Reader> readers = new ArrayList<>();
            for (int i = 0; i < setting.tabs(); i++) {
                readers.add(site.logIn(Kennel.listener(WARM_UP + i)));
            }
            Heap loggedIn = Heap.of(server);
            List<Tab> tabs = new ArrayList<>();
            for (Reader reader : readers) {
                tabs.add(Tab.load(reader));
            }
            open.addAll(tabs);
            Heap loaded = Heap.of(server);
            for (Tab tab : tabs) {
                tab.connect();
            }
            Heap connected = Heap.of(server);
            for (Tab tab : tabs) {
                tab.goHome();
            }
            beIdle(tabs);
            Heap idle = Heap.of(server);
            idle.mostGrown(before, 45, setting.tabs()).forEach(setting::detail);
            open.forEach(Tab::die);
            double each = idle.growthSince(before) / KIB / setting.tabs();
            return List.of(
                    Figure.withGoal(
                            name(),
                            each,
                            "KiB",
                            60,
                            "live heap (jcmd GC.class_histogram) with %d more Homes, each with its own session, push and %d barks,"
                                            .formatted(setting.tabs(), Site.BARKS)
                                    + " less that with " + WARM_UP
                                    + ", a tab, after two heartbeats; on PostgreSQL; Flow's requests sent without a browser"),
                    part("session", loggedIn, before, setting, each, "the log-in: HTTP session, Spring Security"),
                    part("page", loaded, loggedIn, setting, each, "the empty page: Flow's session and UI"),
                    part("push", connected, loaded, setting, each, "the push socket: Tomcat, Atmosphere"),
                    part(
                            "home",
                            idle,
                            connected,
                            setting,
                            each,
                            "shell, Home and their elements, after two heartbeats, which also let go of the page's answers"));
        }
    }

    private Figure part(String what, Heap after, Heap before, Setting setting, double whole, String how) {
        double kib = after.growthSince(before) / KIB / setting.tabs();
        return Figure.plain(name() + "." + what, kib, "KiB", "of it for %s: %.0f %%".formatted(how, 100 * kib / whole));
    }

    /** Homes of as many people, none of them of those before {@code first}. */
    static List<Tab> open(Site site, int first, int tabs) throws Exception {
        List<Tab> opened = new ArrayList<>();
        for (int i = first; i < first + tabs; i++) {
            opened.add(site.logIn(Kennel.listener(i)).openHome());
        }
        beIdle(opened);
        return opened;
    }

    /** Idle is who has said nothing but this for two minutes. */
    private static void beIdle(List<Tab> tabs) throws Exception {
        for (int i = 0; i < HEARTBEATS; i++) {
            for (Tab tab : tabs) {
                tab.heartbeat();
            }
        }
    }
}
