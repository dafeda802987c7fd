package app.barker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The built jar in a process of its own, as an operator runs it: in a folder of its own, on a free port of the loopback
 * address. It can be stopped, killed and started again on the same folder and port. Gone when the test is.
 */
public final class BarkerServer implements AutoCloseable {

    private static final Pattern STARTED_ON = Pattern.compile("Tomcat started on port (\\d+)");
    private static final List<String> JVM_OPTIONS =
            List.of("-XX:+UseCompactObjectHeaders", "-Xmx512m", "-XX:+UseSerialGC");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> options;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Thread lastResort = new Thread(this::clearAway);
    private int port;
    private @Nullable Process process;

    private BarkerServer(Path folder, Map<String, String> environment, List<String> options) {
        this.folder = folder;
        this.environment = environment;
        this.options = options;
    }

    /** On an H2 database in a file, as it is shipped. Whoever does not close it leaves that to the end of the JVM. */
    public static BarkerServer start(String... options) {
        return start(Map.of(), options);
    }

    /**
     * With the settings that an operator would put into the environment.
     *
     * @param options as on the command line, for example {@code --barker.password.minimum-length=20}
     */
    public static BarkerServer start(Map<String, String> environment, String... options) {
        try {
            BarkerServer server =
                    new BarkerServer(Files.createTempDirectory("barker-test-"), environment, List.of(options));
            Runtime.getRuntime().addShutdownHook(server.lastResort);
            server.startAgain();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it on the folder, and at the port, that it had before; returns when it is healthy. */
    public void startAgain() {
        assertThat(isAlive()).as("runs already").isFalse();
        CompletableFuture<Integer> startedOn = new CompletableFuture<>();
        process = launch();
        Process launched = process;
        Thread.ofVirtual().start(() -> collectLog(launched, startedOn));
        port = await(startedOn);
        awaitHealth(launched);
    }

    /** Asks it to end, as an operator does (SIGTERM), and returns its exit code. */
    public int stop() {
        Process running = running();
        running.destroy();
        return awaitEnd(running);
    }

    /** Takes the process away without a word (SIGKILL), as a power cut does. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd(process);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The process, for signals that this class does not know. */
    public Process running() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException("Barker does not run; its log:\n" + log());
        }
        return process;
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public int port() {
        return port;
    }

    public Path folder() {
        return folder;
    }

    /** Everything that it has printed so far, all starts together. */
    public String log() {
        return String.join("\n", log);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        clearAway();
    }

    private void clearAway() {
        kill();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(UnpackedJar.startCommand(jar(), JVM_OPTIONS));
        command.add("--server.port=" + port);
        command.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("barker.jar", "target/barker.jar"));
        assertThat(jar).as("build it first: ./barker build").isRegularFile();
        return jar.toAbsolutePath();
    }

    private void collectLog(Process launched, CompletableFuture<Integer> startedOn) {
        try (BufferedReader lines = launched.inputReader()) {
            lines.lines().forEach(line -> {
                log.add(line);
                Matcher started = STARTED_ON.matcher(line);
                if (started.find()) {
                    startedOn.complete(Integer.parseInt(started.group(1)));
                }
            });
        } catch (IOException | UncheckedIOException cutOff) {
            log.add("(cut off: " + cutOff + ")");
        }
        startedOn.completeExceptionally(new IllegalStateException("It ended before it listened"));
    }

    private int await(CompletableFuture<Integer> startedOn) {
        try {
            return startedOn.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            kill();
            throw new IllegalStateException("Barker did not start; its log:\n" + log(), e);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitHealth(Process launched) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(at("/actuator/health"))
                    .timeout(PATIENCE)
                    .build();
            while (http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
                boolean ended = launched.waitFor(100, TimeUnit.MILLISECONDS);
                if (ended || System.nanoTime() > end) {
                    kill();
                    throw new IllegalStateException("Barker is not healthy; its log:\n" + log());
                }
            }
        } catch (IOException e) {
            kill();
            throw new UncheckedIOException("Barker does not answer; its log:\n" + log(), e);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int awaitEnd(Process ending) {
        try {
            if (!ending.waitFor(PATIENCE)) {
                ending.destroyForcibly();
                throw new IllegalStateException("Barker did not end; its log:\n" + log());
            }
            return ending.exitValue();
        } catch (InterruptedException e) {
            ending.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
