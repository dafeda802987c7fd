package app.barker.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A temporary folder and every process that this one started. Both go when it is closed, and also when the measuring fails
 * or is interrupted.
 */
final class Workplace implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Path root;
    private final Thread atExit = new Thread(this::clear, "clear-workplace");

    Workplace() throws IOException {
        root = Files.createTempDirectory("barker-bench-");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** A new, empty folder. */
    Path folder(String name) throws IOException {
        return Files.createTempDirectory(root, name + "-");
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException interrupted) {
            System.err.println("bench: interrupted");
        }
    }

    /** A browser's helpers are children of children: all of them are noted before the first one ends. */
    private synchronized void clear() {
        var started = ProcessHandle.current().descendants().toList();
        started.forEach(ProcessHandle::destroy);
        started.forEach(Workplace::endSurely);
        delete();
    }

    private static void endSurely(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (Exception stillThere) {
            process.destroyForcibly();
        }
    }

    private void delete() {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            System.err.println("bench: could not empty " + root + ": " + left.getMessage());
        }
    }
}
