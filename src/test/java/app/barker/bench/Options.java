package app.barker.bench;

import app.barker.bench.world.Database;
import app.barker.bench.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was asked for on the command line. */
final class Options {

    Set<String> only;
    Path csv = Path.of("docs/bench.csv");
    Path jar = Path.of("target/barker.jar").toAbsolutePath();
    int tabs = 200;
    boolean verbose;
    boolean help;
    boolean plot;
    Optional<URI> peer = Optional.empty();
    Optional<String> fill = Optional.empty();
    private int barks = 20_000;
    private int accounts = 10_000;
    private long seed = World.SEED;
    private boolean postgres = true;
    private Optional<String> url = Optional.empty();
    private String user = "";
    private String password = "";

    /** @throws RuntimeException about an argument that makes no sense */
    Options(List<String> arguments, Set<String> figures) {
        only = figures;
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            if (!isSwitch(option)) {
                take(option, left.removeFirst());
            }
        }
        only.stream().filter(name -> !figures.contains(name)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException(unknown);
        });
    }

    private boolean isSwitch(String option) {
        switch (option) {
            case "--verbose" -> verbose = true;
            case "--help", "-h" -> help = true;
            case "--plot" -> plot = true;
            case "--api" -> only = Set.of("api");
            case "--sessions" -> only = Set.of("sessions");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(String option, String value) {
        switch (option) {
            case "--only" -> only = Set.of(value.split(","));
            case "--csv" -> csv = Path.of(value);
            case "--jar" -> jar = Path.of(value).toAbsolutePath();
            case "--peer" -> peer = Optional.of(URI.create(value));
            case "--tabs" -> tabs = Integer.parseInt(value);
            case "--barks" -> barks = Integer.parseInt(value);
            case "--accounts" -> accounts = Integer.parseInt(value);
            case "--seed" -> seed = Long.parseLong(value);
            case "--database" -> postgres = isPostgres(value);
            case "--url" -> url = Optional.of(value);
            case "--user" -> user = value;
            case "--password" -> password = value;
            case "--fill" -> fill = Optional.of(value);
            default -> throw new IllegalArgumentException(option);
        }
    }

    private static boolean isPostgres(String kind) {
        return switch (kind) {
            case "postgresql" -> true;
            case "h2" -> false;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    Scale scale() {
        return new Scale(barks, accounts, seed, postgres, url.map(this::database));
    }

    Database database(String url) {
        return new Database(url, user, password);
    }
}
