package app.barker.bench;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What it takes to tell open Homes of news: how long, in how many statements, bytes and pushes. */
final class LiveFeeds implements Measure {

    private static final int FEEDS = 1_000;
    private static final int BARKS = 16;

    /** Some right after another, so that the doorbell makes them wait, and some alone. */
    private static final int[] PAUSES = {150, 2_500, 350, 2_500};

    private static final int BUSY_FEEDS = 200;
    private static final int BUSY_BARKS = 100;
    private static final int BUSY_MILLIS = 10_000;
    private static final int TRACED_FEEDS = 10;

    /** A ring begins so long after the one before; what comes soon after one is told with the next. */
    private static final int RING_MILLIS = 500;

    private static final int AFTERWARDS_MILLIS = 3_000;
    private static final double SECOND = 1e9;

    @Override
    public String name() {
        return "live-feeds";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        List<Figure> figures = new ArrayList<>(statements(setting));
        try (Site site = Site.open(setting, Site.CHATTY)) {
            Server server = site.server();
            HttpClient http = site.client().http();
            Tab author = site.logIn(Kennel.AUTHOR).openHome();
            List<Tab> tabs = open(server, http, 0, BUSY_FEEDS);
            bark(author);
            Thread.sleep(AFTERWARDS_MILLIS);
            figures.addAll(busy(author, tabs));
            tabs.addAll(open(server, http, BUSY_FEEDS, FEEDS));
            for (Tab tab : tabs) {
                // Opening them all takes longer than the server waits for a sign of life.
                tab.heartbeat();
                tab.showNewer();
            }
            Thread.sleep(AFTERWARDS_MILLIS);
            figures.addAll(delays(setting, author, tabs));
            tabs.forEach(Tab::die);
        }
        return figures;
    }

    private static void bark(Tab author) throws Exception {
        author.bark("Woof, says the dog next door.", UUID.randomUUID().toString());
    }

    private List<Figure> delays(Setting setting, Tab author, List<Tab> tabs) throws Exception {
        tabs.forEach(Tab::takePushes);
        List<Long> begun = new ArrayList<>();
        for (int i = 0; i < BARKS; i++) {
            begun.add(System.nanoTime());
            bark(author);
            Thread.sleep(PAUSES[i % PAUSES.length]);
        }
        Thread.sleep(AFTERWARDS_MILLIS);
        Samples millis = new Samples();
        List<Samples> ofBark = Stream.generate(Samples::new).limit(BARKS).toList();
        Samples bytes = new Samples();
        int missed = 0;
        for (Tab tab : tabs) {
            List<Tab.Push> pushes = tab.takePushes();
            bytes.add(pushes.stream().mapToInt(Tab.Push::bytes).sum() / (double) BARKS);
            for (int i = 0; i < BARKS; i++) {
                int newer = i + 1;
                var told = pushes.stream().filter(push -> push.newer() >= newer).findFirst();
                if (told.isPresent()) {
                    double delay = (told.get().nanos() - begun.get(i)) / 1e6;
                    millis.add(delay);
                    ofBark.get(i).add(delay);
                } else {
                    missed++;
                }
            }
        }
        for (int i = 0; i < BARKS; i++) {
            setting.detail("bark %d: %s".formatted(i + 1, ofBark.get(i)));
        }
        if (missed > 0) {
            throw new IllegalStateException(missed + " times a page was not told of a bark");
        }
        return List.of(
                Figure.withGoal(
                        name() + ".worst",
                        millis.percentile(100),
                        "ms",
                        1_000,
                        "%d barks to %d open Homes: from sending the bark, a little before its commit, to the pill's push at the client, the slowest of all; in turn 150 and 350 ms after the one before and alone; clients on the same machine; PostgreSQL"
                                .formatted(BARKS, tabs.size())),
                Figure.plain(name() + ".median", millis.median(), "ms", "the same, median"),
                Figure.withGoal(
                        name() + ".bytes",
                        bytes.percentile(100),
                        "bytes per bark and tab",
                        256,
                        "text of the pushes that bring the same barks, over their number; the tab that got most"));
    }

    private List<Figure> busy(Tab author, List<Tab> tabs) throws Exception {
        tabs.forEach(Tab::takePushes);
        long begun = System.nanoTime();
        for (int i = 0; i < BUSY_BARKS; i++) {
            bark(author);
            long due = begun / 1_000_000 + (i + 1L) * BUSY_MILLIS / BUSY_BARKS;
            Thread.sleep(Math.max(0, due - System.nanoTime() / 1_000_000));
        }
        double seconds = (System.nanoTime() - begun) / SECOND;
        Thread.sleep(AFTERWARDS_MILLIS);
        int most = 0;
        int all = 0;
        for (Tab tab : tabs) {
            List<Tab.Push> pushes = tab.takePushes();
            most = Math.max(most, mostInASecond(pushes));
            all = Math.max(all, pushes.size());
        }
        String how = "%d barks in %.1f s, %d open Homes".formatted(BUSY_BARKS, seconds, tabs.size());
        return List.of(
                Figure.withGoal(
                        name() + ".busy",
                        most,
                        "pushes a second",
                        2,
                        how + "; most within any one second, wherever it begins, by arrival; the tab that got most"),
                Figure.plain(
                        name() + ".busy.mean",
                        all / seconds,
                        "pushes a second",
                        "the same, pushes over seconds, the tab that got most"));
    }

    private static int mostInASecond(List<Tab.Push> pushes) {
        return pushes.stream()
                .mapToInt(first -> (int) pushes.stream()
                        .filter(push -> push.nanos() >= first.nanos() && push.nanos() < first.nanos() + SECOND)
                        .count())
                .max()
                .orElse(0);
    }

    /** H2 writes down what it executes, which takes time: on a server of its own. */
    private List<Figure> statements(Setting setting) throws Exception {
        Path folder = setting.folderWith(20);
        try (Server server = Server.start(setting.jar(), folder, HomeStatements.TRACED);
                Client client = Client.open()) {
            HttpClient http = client.http();
            Tab author = Reader.logIn(server, http, Kennel.AUTHOR).openHome();
            List<Tab> tabs = open(server, http, 0, TRACED_FEEDS);
            bark(author);
            Thread.sleep(AFTERWARDS_MILLIS);
            List<String> forBark = told(folder, () -> bark(author), () -> bark(author));
            List<String> forLike = told(folder, () -> author.like(20, true), () -> author.like(19, true));
            setting.detail("told of a bark: " + forBark);
            setting.detail("told of a like: " + forLike);
            tabs.forEach(Tab::die);
            String how = "%d open Homes; select, insert, update, delete in H2's trace after the author's answer"
                    .formatted(TRACED_FEEDS);
            return List.of(
                    Figure.withGoal(name() + ".statements", forBark.size(), "statements per bark", 1, how),
                    Figure.withGoal(
                            name() + ".statements.change",
                            forLike.size(),
                            "statements per change",
                            1,
                            "the same for a like"));
        }
    }

    /** Does something. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    /** What the second one costs beyond its own request: the bell has rung just now, so it rings for it only later. */
    private static List<String> told(Path folder, Step first, Step second) throws Exception {
        first.run();
        Thread.sleep(RING_MILLIS / 4);
        second.run();
        int before = HomeStatements.traced(folder).size();
        Thread.sleep(AFTERWARDS_MILLIS);
        List<String> statements = HomeStatements.traced(folder);
        return statements.subList(before, statements.size());
    }

    /** The Homes of the listeners from one number to before another. */
    private static List<Tab> open(Server server, HttpClient http, int from, int to) throws Exception {
        List<Tab> opened = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Tab>> opening = new ArrayList<>();
            for (int i = from; i < to; i++) {
                String listener = Kennel.listener(i);
                opening.add(threads.submit(
                        () -> Reader.logIn(server, http, listener).openHome()));
            }
            for (Future<Tab> tab : opening) {
                opened.add(tab.get());
            }
        }
        return opened;
    }
}
