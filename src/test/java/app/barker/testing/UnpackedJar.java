package app.barker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/**
 * The built jar, taken apart, with the JDK's cache of its classes (JEP 483, 514): a server starts with less than half of the
 * work. It is what is shipped, started as an operator may who wants it quick. Made once for a jar, however many JVMs test it.
 */
final class UnpackedJar {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Path jar;
    private final Path classCache;

    private UnpackedJar(Path packed) {
        folder = packed.resolveSibling("unpacked");
        jar = folder.resolve(packed.getFileName());
        classCache = folder.resolve("classes.aot");
    }

    /** @param options of the JVM, the same for every start: a cache belongs to a garbage collector and a layout of objects */
    static List<String> startCommand(Path packed, List<String> options) {
        UnpackedJar unpacked = new UnpackedJar(packed.toAbsolutePath());
        try {
            unpacked.make(packed.toAbsolutePath(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        List<String> command = new ArrayList<>(List.of(java(), "-XX:AOTCache=" + unpacked.classCache));
        command.addAll(options);
        command.addAll(List.of("-jar", unpacked.jar.toString()));
        return command;
    }

    private void make(Path packed, List<String> options) throws IOException, InterruptedException {
        // Two JVMs test at the same time; the second one waits for the work of the first.
        try (FileChannel lock = FileChannel.open(
                        packed.resolveSibling("unpacked.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            assertThat(held.isValid()).isTrue();
            if (Files.exists(classCache)
                    && Files.getLastModifiedTime(classCache).compareTo(Files.getLastModifiedTime(packed)) > 0) {
                return;
            }
            FileSystemUtils.deleteRecursively(folder);
            run(
                    Objects.requireNonNull(packed.getParent()),
                    List.of(
                            java(),
                            "-Djarmode=tools",
                            "-jar",
                            packed.toString(),
                            "extract",
                            "--destination",
                            folder.toString()));
            Path trained = Files.createTempDirectory("barker-test-");
            List<String> training = new ArrayList<>(List.of(java(), "-XX:AOTCacheOutput=" + classCache));
            training.addAll(options);
            training.addAll(List.of("-Dspring.context.exit=onRefresh", "-jar", jar.toString(), "--server.port=0"));
            run(trained, training);
            FileSystemUtils.deleteRecursively(trained);
        }
    }

    private static void run(Path where, List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("barker-test-", ".log");
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(() -> String.join(" ", command) + "\n" + read(log))
                .isTrue();
        Files.delete(log);
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
