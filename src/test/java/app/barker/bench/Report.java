package app.barker.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints figures, and keeps them as rows of a CSV file (RFC 4180). */
final class Report {

    private static final String HEAD = "date,commit,figure,value,unit,goal,how";

    private final Path file;
    private final String commit = commit();

    Report(Path file) {
        this.file = file;
    }

    void print(List<Figure> figures) {
        System.out.printf("%-32s %10s %-24s %8s %-7s%n", "figure", "value", "unit", "goal", "");
        for (Figure figure : figures) {
            String verdict = figure.goal().isEmpty() ? "" : figure.meetsGoal() ? "met" : "MISSED";
            System.out.printf(
                    "%-32s %10s %-24s %8s %-7s %s%n",
                    figure.name(), figure.valueText(), figure.unit(), figure.goalText(), verdict, figure.how());
        }
    }

    void keep(List<Figure> figures) throws IOException {
        boolean begins = Files.notExists(file);
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        try (BufferedWriter csv = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (begins) {
                csv.append(HEAD).append('\n');
            }
            for (Figure figure : figures) {
                csv.append(row(figure)).append('\n');
            }
        }
        System.out.println(figures.size() + " rows added to " + file);
    }

    private String row(Figure figure) {
        return Stream.of(
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        commit,
                        figure.name(),
                        figure.valueText(),
                        figure.unit(),
                        figure.goalText(),
                        figure.how())
                .map(cell -> cell.matches("[^,\"\\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    /** With a plus where the sources differ from it. */
    private static String commit() {
        String dirty = git("status", "--porcelain", "--untracked-files=no", "--", "src/main", "frontend", "pom.xml");
        return git("rev-parse", "--short", "HEAD") + (dirty.isEmpty() ? "" : "+");
    }

    private static String git(String... arguments) {
        try {
            Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments))
                            .toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? answer.strip() : "unknown";
        } catch (IOException none) {
            return "unknown";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
