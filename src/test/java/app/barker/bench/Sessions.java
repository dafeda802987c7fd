package app.barker.bench;

import app.barker.bench.world.Database;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * People who log in, log out, revoke and bark, thousands of times in an order of chance: whether the server then
 * holds exactly what they left open, and nothing once they have gone.
 */
final class Sessions implements Measure {

    private static final int OPERATIONS = 10_000;
    private static final int PEOPLE = 48;
    private static final int CROWDS = 4;

    /** One fewer than a person may have: the oldest is never ended by one too many. */
    private static final int MOST_OPEN = 9;

    private static final int SWEEPS_MILLIS = 4_000;
    private static final long SEED = 20261125;

    private static final String SERVLET_SESSION = "org.apache.catalina.session.StandardSession";
    private static final String UI = "com.vaadin.flow.component.UI";
    private static final String SOCKET = "org.apache.tomcat.websocket.WsSession";

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        try (Postgres postgres = Postgres.filled(setting, 20);
                Server server = Server.start(
                        setting.jar(),
                        setting.workplace().folder("server"),
                        // Silent tabs stay open, and nobody need type the password again.
                        postgres.serverOptions(
                                "--barker.bark.per-minute=10000",
                                "--barker.session.proof-lasts=1h",
                                "--vaadin.heartbeatInterval=3600"));
                Client client = Client.open()) {
            HttpClient http = client.http();
            List<Figure> figures = new ArrayList<>();
            Heap before = Heap.of(server);
            int threadsBefore = threads(server).size();
            List<Crowd> crowds = new ArrayList<>();
            for (int i = 0; i < CROWDS; i++) {
                crowds.add(new Crowd(server, http, postgres.database(), i));
            }
            long begun = System.nanoTime();
            together(crowds, crowd -> crowd.live(OPERATIONS / CROWDS));
            double seconds = (System.nanoTime() - begun) / 1e9;
            Thread.sleep(SWEEPS_MILLIS);
            long open = crowds.stream().mapToLong(Crowd::open).sum();
            long sockets = crowds.stream().mapToLong(Crowd::sockets).sum();
            Heap full = Heap.of(server);
            long rows = openRows(postgres.database());
            String how =
                    "after %d random log-ins, log-outs, revocations and barks of %d people in %.0f s, and two sweeps"
                            .formatted(OPERATIONS, PEOPLE, seconds);
            figures.add(surplus(
                    "rows",
                    rows - open,
                    "rows of sign_ins that are open, beyond the %d left open; ".formatted(open) + how));
            figures.add(surplus(
                    "servlet-sessions",
                    full.instancesOf(SERVLET_SESSION) - open,
                    "the same for servlet sessions, counted on the heap"));
            figures.add(surplus("uis", full.instancesOf(UI) - open, "the same for pages"));
            figures.add(surplus(
                    "sockets",
                    full.instancesOf(SOCKET) - sockets,
                    "the same for sockets, beyond the %d left open".formatted(sockets)));

            together(crowds, Crowd::leave);
            Thread.sleep(SWEEPS_MILLIS);
            Heap after = Heap.of(server);
            List<String> threads = threads(server);
            figures.add(Figure.withGoal(
                    name() + ".heap",
                    100.0 * after.growthSince(before) / before.total(),
                    "%",
                    5,
                    "live heap when all of them have logged out, more than before the first; %.1f MB then"
                            .formatted(before.total() / 1e6)));
            figures.add(Figure.plain(
                    name() + ".threads",
                    threads.size() - threadsBefore,
                    "threads",
                    "more than before; %d then".formatted(threadsBefore)));
            figures.add(Figure.withGoal(
                    name() + ".blocked",
                    (double) threads.stream()
                            .filter(state -> state.contains("BLOCKED"))
                            .count(),
                    "threads",
                    0,
                    "in state BLOCKED afterwards"));
            return figures;
        }
    }

    private Figure surplus(String what, long surplus, String how) {
        return Figure.withGoal(name() + "." + what, (double) Math.abs(surplus), what, 0, how);
    }

    /** Some people, and what they have open; each crowd has its own, so that they can be counted. */
    private static final class Crowd {

        private final Server server;
        private final HttpClient http;
        private final Database database;
        private final List<String> people = new ArrayList<>();
        private final Map<String, List<Open>> open = new HashMap<>();
        private final Random chance;

        private record Open(Tab tab, long signIn, boolean listens) {}

        Crowd(Server server, HttpClient http, Database database, int number) {
            this.server = server;
            this.http = http;
            this.database = database;
            this.chance = new Random(SEED + number);
            for (int i = number; i < PEOPLE; i += CROWDS) {
                people.add(Kennel.listener(i));
                open.put(Kennel.listener(i), new ArrayList<>());
            }
        }

        long open() {
            return open.values().stream().mapToLong(List::size).sum();
        }

        long sockets() {
            return open.values().stream()
                    .flatMap(List::stream)
                    .filter(Open::listens)
                    .count();
        }

        void live(int operations) throws Exception {
            for (int i = 0; i < operations; i++) {
                String person = people.get(chance.nextInt(people.size()));
                int dice = chance.nextInt(100);
                if (dice < 40) {
                    logIn(person);
                } else if (dice < 60) {
                    logOut(person);
                } else if (dice < 75) {
                    revoke(person);
                } else {
                    bark(person);
                }
            }
        }

        void leave() throws Exception {
            for (List<Open> all : open.values()) {
                for (Open one : all) {
                    one.tab().logOut();
                    one.tab().die();
                }
                all.clear();
            }
        }

        private void logIn(String person) throws Exception {
            List<Open> mine = openOf(person);
            if (mine.size() == MOST_OPEN) {
                logOut(person);
            }
            Tab tab = Tab.load(Reader.logIn(server, http, person));
            boolean listens = chance.nextInt(3) > 0;
            if (listens) {
                tab.connect();
            }
            tab.goHome();
            mine.add(new Open(tab, newestSignIn(database, person), listens));
        }

        private void logOut(String person) throws Exception {
            List<Open> mine = openOf(person);
            if (!mine.isEmpty()) {
                Open gone = mine.remove(chance.nextInt(mine.size()));
                gone.tab().logOut();
                gone.tab().die();
            }
        }

        private void revoke(String person) throws Exception {
            List<Open> mine = openOf(person);
            if (mine.size() < 2) {
                return;
            }
            Open victim = mine.remove(chance.nextInt(mine.size()));
            Tab by = mine.get(chance.nextInt(mine.size())).tab();
            by.goTo("settings/sessions", "barker-sessions");
            by.revoke(victim.signIn());
            by.goHome();
            victim.tab().die();
        }

        private void bark(String person) throws Exception {
            List<Open> mine = openOf(person);
            if (!mine.isEmpty()) {
                mine.get(chance.nextInt(mine.size()))
                        .tab()
                        .bark("Woof, says " + person, UUID.randomUUID().toString());
            }
        }

        private List<Open> openOf(String person) {
            return open.computeIfAbsent(person, anybody -> new ArrayList<>());
        }
    }

    /** What a crowd does. */
    @FunctionalInterface
    private interface Act {
        void by(Crowd crowd) throws Exception;
    }

    private static void together(List<Crowd> crowds, Act act) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(crowds.size())) {
            List<Future<?>> acting = new ArrayList<>();
            for (Crowd crowd : crowds) {
                acting.add(threads.submit(() -> {
                    act.by(crowd);
                    return crowd;
                }));
            }
            for (Future<?> each : acting) {
                each.get();
            }
        }
    }

    static long newestSignIn(Database database, String person) throws Exception {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(
                        "select max(s.id) from sign_ins s join users u on u.id = s.account_id where u.username = ?")) {
            select.setString(1, person);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long openRows(Database database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from sign_ins where ended_at is null")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The states of the server's threads. */
    private static List<String> threads(Server server) throws Exception {
        Process jcmd = new ProcessBuilder(Server.java("jcmd"), String.valueOf(server.pid()), "Thread.print")
                .redirectErrorStream(true)
                .start();
        try (var lines = jcmd.inputReader()) {
            return lines.lines()
                    .filter(line -> line.contains("java.lang.Thread.State:"))
                    .toList();
        }
    }
}
