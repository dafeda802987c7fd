package app.barker.bench;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether somebody who only reads notices that fifty others try wrong passwords. */
final class LoginFlood implements Measure {

    /** Lets every attempt through to the hashing, which is what costs. */
    private static final String[] ALL_HASHED = {"--barker.sign-in.free-tries=100", "--barker.sign-in.free-names=100000"
    };

    private static final int WARM_UP = 300;
    private static final int ROUNDS = 250;
    private static final Duration LONGEST_PHASE = Duration.ofSeconds(20);
    private static final int PHASES = 3;

    @Override
    public String name() {
        return "login-flood";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        List<Figure> figures =
                new ArrayList<>(measure(setting, name() + ".hashed", "every attempt reaches the hashing", ALL_HASHED));
        figures.addAll(measure(setting, name() + ".shipped", "throttle as shipped"));
        return figures;
    }

    private static List<Figure> measure(Setting setting, String name, String what, String... options) throws Exception {
        try (Server server = Server.start(setting.jar(), setting.folderWith(200), options);
                Client client = Client.open()) {
            HttpClient http = client.http();
            Reader reader = Reader.logIn(server, http, Kennel.READER);
            Tab tab = reader.openHome();
            read(reader, tab, WARM_UP, new Samples());
            try (Flood warmUp = Flood.on(server)) {
                read(reader, tab, WARM_UP / 3, new Samples());
                setting.detail("warm-up: " + warmUp);
            }
            Samples quiet = new Samples();
            Samples flooded = new Samples();
            StringBuilder floods = new StringBuilder();
            for (int phase = 0; phase < PHASES; phase++) {
                read(reader, tab, ROUNDS, quiet);
                try (Flood flood = Flood.on(server)) {
                    read(reader, tab, ROUNDS, flooded);
                    floods.append(phase == 0 ? "" : "; ").append(flood);
                }
            }
            setting.detail(name + ": quiet " + quiet + ", flooded " + flooded);
            return figures(name, what + "; " + floods, quiet, flooded);
        }
    }

    private static List<Figure> figures(String name, String what, Samples quiet, Samples flooded) {
        double before = quiet.percentile(99);
        double during = flooded.percentile(99);
        return List.of(
                Figure.withGoal(
                        name,
                        during / before,
                        "times",
                        1.5,
                        "p99 of a reader's requests (Home's HTML, the newest page by UIDL, one after the other) during "
                                + Flood.CLIENTS
                                + " wrong log-ins at a time over the same in quiet, phases in turn; clients on the same machine; "
                                + what),
                Figure.plain(name + ".quiet", before, "ms", "p99 of " + quiet.count() + " requests in quiet"),
                Figure.plain(name + ".flooded", during, "ms", "p99 of " + flooded.count() + " requests in the flood"));
    }

    private static void read(Reader reader, Tab tab, int rounds, Samples millis) throws Exception {
        long end = System.nanoTime() + LONGEST_PHASE.toNanos();
        for (int i = 0; i < rounds && System.nanoTime() < end; i++) {
            long begun = System.nanoTime();
            reader.get("/");
            long between = System.nanoTime();
            tab.showNewer();
            millis.add((between - begun) / 1e6);
            millis.add((System.nanoTime() - between) / 1e6);
        }
    }
}
