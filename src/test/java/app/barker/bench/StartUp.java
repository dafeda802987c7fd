package app.barker.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From the start of the process until its health check is UP, with the JDK's AOT cache and without. */
final class StartUp implements Measure {

    private static final int RUNS = 3;
    private static final int PATIENCE_SECONDS = 180;

    private record Start(double wall, double cpu) {}

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        Path folder = setting.folderWith(20);
        Path extracted = setting.workplace().folder("extracted").resolve("barker");
        run(
                folder,
                "-Djarmode=tools",
                "-jar",
                setting.jar().toString(),
                "extract",
                "--destination",
                extracted.toString());
        String jar = extracted.resolve(setting.jar().getFileName()).toString();
        Path cache = extracted.resolve("barker.aot");
        run(folder, "-XX:AOTCacheOutput=" + cache, Server.RUN_FLAG, "-Dspring.context.exit=onRefresh", "-jar", jar);
        setting.detail("AOT cache: %d MB".formatted(Files.size(cache) / 1_000_000));

        List<Start> plain = new ArrayList<>();
        List<Start> cached = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            plain.add(
                    start(folder, List.of(Server.RUN_FLAG, "-jar", setting.jar().toString())));
            cached.add(start(folder, List.of("-XX:AOTCache=" + cache, Server.RUN_FLAG, "-jar", jar)));
        }
        setting.detail("plain " + plain + ", AOT cache " + cached);
        return figures(median(plain), median(cached));
    }

    private List<Figure> figures(Start plain, Start cached) {
        String how =
                "process start to health UP, H2, medians of %d runs in turn; the cache made by a run that ends on refresh"
                        .formatted(RUNS);
        return List.of(
                Figure.withGoal(name() + ".wall", cached.wall() / plain.wall(), "of plain", 0.4, how),
                Figure.withGoal(
                        name() + ".cpu", cached.cpu() / plain.cpu(), "of plain", 0.5, "its CPU seconds, the same"),
                Figure.plain(name() + ".wall.plain", plain.wall(), "s", "java -jar barker.jar"),
                Figure.plain(name() + ".wall.cached", cached.wall(), "s", "extracted jar, -XX:AOTCache"),
                Figure.plain(name() + ".cpu.plain", plain.cpu(), "s", "java -jar barker.jar"),
                Figure.plain(name() + ".cpu.cached", cached.cpu(), "s", "extracted jar, -XX:AOTCache"));
    }

    private static Start start(Path folder, List<String> javaArguments) throws Exception {
        try (Server server = Server.launch(folder, javaArguments)) {
            server.awaitUp();
            return new Start(server.age().toMillis() / 1_000.0, server.cpuTime().toMillis() / 1_000.0);
        }
    }

    /** Each measure by itself: the run with the median wall time need not have the median CPU time. */
    private static Start median(List<Start> starts) {
        return new Start(
                starts.stream().mapToDouble(Start::wall).sorted().toArray()[RUNS / 2],
                starts.stream().mapToDouble(Start::cpu).sorted().toArray()[RUNS / 2]);
    }

    private static void run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Server.java("java")));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("run.log");
        Process process =
                Server.process(command, folder).redirectOutput(log.toFile()).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(log));
        }
    }
}
