package app.barker.bench;

import app.barker.bench.world.Database;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * People who log in, log out, revoke, are banned and bark, thousands of times in an order of chance: whether the server then
 * holds exactly what they left open, and nothing once they have gone.
 */
final class Sessions implements Measure {

    private static final int OPERATIONS = 10_000;
    private static final int PEOPLE = 48;
    private static final int CROWDS = 4;

    /** The same comings and goings before: what is loaded once is loaded, and the window of the newest barks is full. */
    private static final int WARM_UP = 3_000;

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
        // Silent tabs stay open, nobody need type the password again, and those who are banned may try.
        try (Site site = Site.open(
                setting,
                Site.CHATTY,
                "--barker.session.proof-lasts=1h",
                "--barker.sign-in.free-names=1000",
                "--vaadin.heartbeatInterval=3600")) {
            makeAdministrator(site.database());
            List<Crowd> crowds = new ArrayList<>();
            for (int i = 0; i < CROWDS; i++) {
                crowds.add(new Crowd(site, i));
            }
            together(crowds, crowd -> crowd.live(WARM_UP / CROWDS));
            together(crowds, Crowd::leave);
            Standing before = standing("before", site);

            long begun = System.nanoTime();
            together(crowds, crowd -> crowd.live(OPERATIONS / CROWDS));
            double seconds = (System.nanoTime() - begun) / 1e9;
            Standing full = standing("then", site);
            List<Figure> figures = new ArrayList<>(leftOpen(crowds, full, seconds));

            together(crowds, Crowd::leave);
            Standing after = standing("after", site);
            after.heap().mostGrown(before.heap(), 30, 1).forEach(setting::detail);
            figures.addAll(leftBehind(before, after));
            return figures;
        }
    }

    private List<Figure> leftOpen(List<Crowd> crowds, Standing full, double seconds) {
        long open = crowds.stream().mapToLong(Crowd::open).sum();
        long sockets = crowds.stream().mapToLong(Crowd::sockets).sum();
        return List.of(
                surplus(
                        "rows",
                        full.rows() - open,
                        "rows of sign_ins that are open, beyond the %d left open; after %d random log-ins, log-outs, revocations, bans and barks of %d people in %.0f s, and two sweeps"
                                .formatted(open, OPERATIONS, PEOPLE, seconds)),
                surplus(
                        "servlet-sessions",
                        full.heap().instancesOf(SERVLET_SESSION) - open,
                        "the same for servlet sessions, counted on the heap"),
                surplus("uis", full.heap().instancesOf(UI) - open, "the same for pages"),
                surplus(
                        "sockets",
                        full.heap().instancesOf(SOCKET) - sockets,
                        "the same for sockets, beyond the %d left open".formatted(sockets)));
    }

    private List<Figure> leftBehind(Standing before, Standing after) {
        return List.of(
                Figure.withGoal(
                        name() + ".heap",
                        100.0
                                * after.heap().growthSince(before.heap())
                                / before.heap().total(),
                        "%",
                        5,
                        "live heap when all of them have logged out, more than before; %.1f MB then, after %d like them that were left as well"
                                .formatted(before.heap().total() / 1e6, WARM_UP)),
                Figure.plain(
                        name() + ".threads",
                        (double) after.threads().size() - before.threads().size(),
                        "threads",
                        "more than before; %d then".formatted(before.threads().size())),
                Figure.withGoal(
                        name() + ".blocked", (double) after.blocked(), "threads", 0, "in state BLOCKED afterwards"));
    }

    private Figure surplus(String what, long surplus, String how) {
        return Figure.withGoal(name() + "." + what, (double) Math.abs(surplus), what, 0, how);
    }

    /** Some people, and what they have open; each crowd has its own, so that they can be counted. */
    private static final class Crowd {

        private final Site site;
        private final List<String> people = new ArrayList<>();
        private final Map<String, List<Open>> open = new HashMap<>();
        private final Set<String> banned = new HashSet<>();
        private final Random chance;

        private record Open(Tab tab, long signIn, boolean listens) {}

        Crowd(Site site, int number) {
            this.site = site;
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
                if (banned.contains(person)) {
                    findTheDoorShut(person);
                    unban(person);
                } else if (dice < 40) {
                    logIn(person);
                } else if (dice < 60) {
                    logOut(person);
                } else if (dice < 75) {
                    revoke(person);
                } else if (dice < 78) {
                    ban(person);
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
            Tab tab = Tab.load(site.logIn(person));
            boolean listens = chance.nextInt(3) > 0;
            if (listens) {
                tab.connect();
            }
            tab.goHome();
            mine.add(new Open(tab, newestSignIn(site.database(), person), listens));
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

        private void ban(String person) throws Exception {
            Tab administrator = administratorLookingFor(person);
            administrator.click("Ban, @" + person);
            administrator.confirm();
            administrator.logOut();
            banned.add(person);
            openOf(person).forEach(ended -> ended.tab().die());
            openOf(person).clear();
        }

        private void unban(String person) throws Exception {
            Tab administrator = administratorLookingFor(person);
            administrator.click("Unban, @" + person);
            administrator.logOut();
            banned.remove(person);
        }

        /** On a page of their own, which they are to leave. */
        private Tab administratorLookingFor(String person) throws Exception {
            Tab administrator = Tab.load(site.logIn(Kennel.AUTHOR));
            administrator.goTo("admin/people", "people-found");
            administrator.type("Find by username", person);
            return administrator;
        }

        private void findTheDoorShut(String person) throws Exception {
            HttpResponse<Void> answer = site.client()
                    .http()
                    .send(Reader.logInRequest(site.server(), person, Kennel.PASSWORD), BodyHandlers.discarding());
            if (!Reader.whereTo(answer).contains("/login?error")) {
                throw new IOException(person + " is banned and was let in: " + Reader.whereTo(answer));
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

    private static void makeAdministrator(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update users set role = 'ADMIN' where username = '" + Kennel.AUTHOR + "'");
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

    /**
     * What a server holds.
     *
     * @param threads a line for each, with its state
     * @param rows of log-ins that are open
     */
    private record Standing(Heap heap, List<String> threads, long rows) {

        long blocked() {
            return threads.stream().filter(line -> line.contains(" BLOCKED ")).count();
        }
    }

    /** When the sweeps have been. */
    private static Standing standing(String when, Site site) throws Exception {
        Thread.sleep(SWEEPS_MILLIS);
        Standing standing = new Standing(Heap.of(site.server()), threads(site.server()), openRows(site.database()));
        System.out.printf(
                "  %s: %.1f MB of live heap, %d threads, %d open rows%n",
                when, standing.heap().total() / 1e6, standing.threads().size(), standing.rows());
        return standing;
    }

    private static long openRows(Database database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from sign_ins where ended_at is null")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A line for each thread, virtual ones included, with its state. */
    private static List<String> threads(Server server) throws IOException, InterruptedException {
        Path dump = Files.createTempFile("barker-threads-", ".txt");
        try {
            Process jcmd = new ProcessBuilder(
                            Server.java("jcmd"),
                            String.valueOf(server.pid()),
                            "Thread.dump_to_file",
                            "-overwrite",
                            dump.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (jcmd.waitFor() != 0) {
                throw new IOException("jcmd could not read the threads");
            }
            return Files.readAllLines(dump).stream()
                    .filter(line -> line.startsWith("#"))
                    .toList();
        } finally {
            Files.delete(dump);
        }
    }
}
