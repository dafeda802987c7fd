package app.barker.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Takes Barker's figures; {@code ./barker bench --help} says how to ask. */
final class Bench {

    private static final List<Measure> MEASURES = List.of(
            new FirstVisitBytes(),
            new HomeStatements(),
            new IdleTabHeap(),
            new DeadTabGrowth(),
            new LoginFlood(),
            new StartUp());

    private static final String HELP =
            """
            Usage: ./barker bench [options]

              --only a,b      take these figures only
              --csv FILE      add the rows to FILE instead of docs/bench.csv; "none" adds them nowhere
              --jar FILE      measure this jar instead of target/barker.jar
              --tabs N        open pages for the figures of the heap (200)
              --verbose       also what the figures are made of
              --help          this page

            Figures: %s
            Everything runs on this machine, in processes and temporary folders of its own. Quiet machines give better times.
            Ends with 1 when a figure could not be taken; a missed goal is printed, not a failure.
            """.formatted(String.join(", ", MEASURES.stream().map(Measure::name).toList()));

    private Set<String> only = Set.copyOf(MEASURES.stream().map(Measure::name).toList());
    private Path csv = Path.of("docs/bench.csv");
    private Path jar = Path.of("target/barker.jar").toAbsolutePath();
    private int tabs = 200;
    private boolean verbose;
    private boolean help;

    private Bench(Deque<String> arguments) {
        while (!arguments.isEmpty()) {
            String option = arguments.removeFirst();
            switch (option) {
                case "--only" -> only = Set.of(arguments.removeFirst().split(","));
                case "--csv" -> csv = Path.of(arguments.removeFirst());
                case "--jar" -> jar = Path.of(arguments.removeFirst()).toAbsolutePath();
                case "--tabs" -> tabs = Integer.parseInt(arguments.removeFirst());
                case "--verbose" -> verbose = true;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException(option);
            }
        }
        only.forEach(name -> {
            if (MEASURES.stream().noneMatch(measure -> measure.name().equals(name))) {
                throw new IllegalArgumentException(name);
            }
        });
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        Bench bench;
        try {
            bench = new Bench(new ArrayDeque<>(List.of(arguments)));
        } catch (RuntimeException misunderstood) {
            System.err.println("bench: cannot make sense of " + misunderstood.getMessage() + "\n\n" + HELP);
            System.exit(2);
            return;
        }
        System.exit(bench.run());
    }

    private int run() throws Exception {
        if (help) {
            System.out.print(HELP);
            return 0;
        }
        if (!Files.isRegularFile(jar) || tabs < 1) {
            System.err.println("bench: there is no " + jar + ", or nothing to open");
            return 2;
        }
        List<Figure> figures = new ArrayList<>();
        boolean complete = take(figures);
        Report report = new Report(csv);
        report.print(figures);
        if (!csv.toString().equals("none")) {
            report.keep(figures);
        }
        return complete ? 0 : 1;
    }

    private boolean take(List<Figure> figures) throws Exception {
        boolean complete = true;
        for (Measure measure : MEASURES) {
            if (!only.contains(measure.name())) {
                continue;
            }
            System.out.println("taking " + measure.name());
            // A place for each: what one leaves behind does not disturb the next.
            try (Workplace workplace = new Workplace()) {
                figures.addAll(measure.take(new Setting(jar, workplace, tabs, verbose)));
            } catch (Exception failed) {
                System.out.println("NOT MEASURED: " + measure.name() + ": " + failed);
                failed.printStackTrace();
                complete = false;
            }
        }
        return complete;
    }
}
