package app.barker.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Barker in a process of its own, on loopback and a port that the system picks, as {@code ./barker run} starts it. */
final class Server implements AutoCloseable {

    /** What {@code ./barker run} gives to java. */
    static final String RUN_FLAG = "-XX:+UseCompactObjectHeaders";

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    /** Of the log, in the message when the server does not start. */
    private static final int LAST_LINES = 30;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Requests get 20 seconds to end. */
    private static final Duration STOPPING = Duration.ofSeconds(30);

    private final Process process;
    private final long startedAt = System.nanoTime();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private Server(Process process) {
        this.process = process;
    }

    /** Starts the built jar in a folder that holds its data, and waits until it says that it is up. */
    static Server start(Path jar, Path folder, String... options) throws Exception {
        return launch(folder, List.of(RUN_FLAG, "-jar", jar.toString()), options)
                .awaitUp();
    }

    /** Starts without waiting. */
    static Server launch(Path folder, List<String> javaArguments, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(java("java")));
        command.add("-Djava.io.tmpdir=" + Files.createTempDirectory(folder, "tmp-"));
        command.addAll(javaArguments);
        command.addAll(List.of("--server.port=0", "--server.address=127.0.0.1"));
        command.addAll(List.of(options));
        Server server = new Server(process(command, folder).start());
        Thread.ofVirtual().start(() -> server.readLog(folder.resolve("server.log")));
        return server;
    }

    /** What would change the server's behaviour from outside does not reach it. */
    static ProcessBuilder process(List<String> command, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(SPRING|SERVER|BARKER|VAADIN|MANAGEMENT|LOGGING)_.*|.*JAVA.*OPTIONS"));
        return builder;
    }

    /** A tool of the JDK that runs this. */
    static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private void readLog(Path file) {
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader lines = process.inputReader();
                var copy = Files.newBufferedWriter(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.append(line).append('\n').flush();
                last.addLast(line);
                if (last.size() > LAST_LINES) {
                    last.removeFirst();
                }
                Matcher started = PORT.matcher(line);
                if (started.find()) {
                    port.complete(Integer.valueOf(started.group(1)));
                }
            }
        } catch (IOException ended) {
            port.completeExceptionally(ended);
        }
        port.completeExceptionally(new IOException("The server ended:\n" + String.join("\n", last)));
    }

    Server awaitUp() throws Exception {
        port.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        HttpRequest health = HttpRequest.newBuilder(uri("/actuator/health"))
                .timeout(PATIENCE)
                .build();
        long end = startedAt + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
                if (System.nanoTime() > end) {
                    throw new TimeoutException("The server is not healthy");
                }
                Thread.sleep(5);
            }
        }
        return this;
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port.join() + path);
    }

    long pid() {
        return process.pid();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** As a system stops it; by force when it does not listen. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(STOPPING.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException stillThere) {
            process.destroyForcibly().onExit().join();
        }
    }
}
