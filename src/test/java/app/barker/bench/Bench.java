package app.barker.bench;

import app.barker.bench.world.World;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Takes Barker's figures; {@code ./barker bench --help} says how to ask. */
final class Bench {

    private static final List<Measure> MEASURES = List.of(
            new FirstVisitBytes(),
            new HomeStatements(),
            new Feeds(),
            new Search(),
            new IdleTabHeap(),
            new DeadTabGrowth(),
            new LiveFeeds(),
            new BarkCost(),
            new Revocations(),
            new Sessions(),
            new ApiSpeed(),
            new LoginFlood(),
            new StartUp());

    private static final Path PLOT = Path.of("docs/images/performance.svg");

    private static final String HELP = """
            Usage: ./barker bench [options]

              --only a,b      take these figures only
              --sessions      take only the soak of log-ins, log-outs, revocations, bans and barks; some minutes
              --api           take only the speed of the API by cookie, token and JWT
              --peer URL      another server with the same two requests, beside it: http://127.0.0.1:5005
              --csv FILE      add the rows to FILE instead of docs/bench.csv; "none" adds them nowhere
              --jar FILE      measure this jar instead of target/barker.jar
              --tabs N        open pages for the figures of the heap (200)
              --verbose       also what the figures are made of
              --plot          take no figures, but draw those that are kept: docs/images/performance.svg
              --help          this page

              --barks N       so many barks for the figures of the feeds and the search (20000), compared with a thousand; a million takes
                              some minutes and two gigabytes of disk
              --accounts N    so many accounts, for the same (10000)
              --seed N        another town of dogs; the same number is the same town
              --database D    postgresql or h2, for the same (postgresql)
              --url URL       a PostgreSQL that is there, for the same: jdbc:postgresql://localhost/barker with --user and
                              --password. Two schemas barker_bench_few and barker_bench_many are made and dropped.

              --fill URL      take no figures, but fill the empty database at URL with so many barks and accounts, to look at
                              it or to run Barker on it: jdbc:h2:file:./data/barker, or as with --url. Everyone's password
                              is "%s"

            Figures: %s
            Everything runs on this machine, in processes and temporary folders of its own. Quiet machines give better times.
            Ends with 1 when a figure could not be taken; a missed goal is printed, not a failure.
            """.formatted(
                    Kennel.PASSWORD,
                    String.join(", ", MEASURES.stream().map(Measure::name).toList()));

    private final Options options;

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        Bench bench;
        try {
            bench = new Bench(new Options(
                    List.of(arguments), MEASURES.stream().map(Measure::name).collect(Collectors.toUnmodifiableSet())));
        } catch (RuntimeException misunderstood) {
            System.err.println("bench: cannot make sense of " + misunderstood.getMessage() + "\n\n" + HELP);
            System.exit(2);
            return;
        }
        System.exit(bench.run());
    }

    private int run() throws Exception {
        if (options.help) {
            System.out.print(HELP);
            return 0;
        }
        if (options.plot) {
            Plot.draw(options.csv, PLOT);
            System.out.println("drawn: " + PLOT);
            return 0;
        }
        if (options.fill.isPresent()) {
            return fill(options.fill.get());
        }
        if (!Files.isRegularFile(options.jar) || options.tabs < 1) {
            System.err.println("bench: there is no " + options.jar + ", or nothing to open");
            return 2;
        }
        List<Figure> figures = new ArrayList<>();
        boolean complete = take(figures);
        Report report = new Report(options.csv);
        report.print(figures);
        if (!options.csv.toString().equals("none")) {
            report.keep(figures);
        }
        return complete ? 0 : 1;
    }

    private int fill(String url) throws SQLException {
        World world = options.scale().world(options.scale().barks());
        Worlds.fill(options.database(url), world);
        System.out.printf("%d dogs have said %d things%n", world.dogs().size(), world.barks());
        return 0;
    }

    private boolean take(List<Figure> figures) throws Exception {
        boolean complete = true;
        for (Measure measure : MEASURES) {
            if (!options.only.contains(measure.name())) {
                continue;
            }
            System.out.println("taking " + measure.name());
            // A place for each: what one leaves behind does not disturb the next.
            try (Workplace workplace = new Workplace()) {
                figures.addAll(measure.take(new Setting(
                        options.jar, workplace, options.tabs, options.scale(), options.peer, options.verbose)));
            } catch (Exception failed) {
                System.out.println("NOT MEASURED: " + measure.name() + ": " + failed);
                failed.printStackTrace();
                complete = false;
            }
        }
        return complete;
    }
}
