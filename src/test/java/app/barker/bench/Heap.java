package app.barker.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lives on a server's heap after full collections, by class. */
record Heap(Map<String, Long> bytesByClass, Map<String, Long> instancesByClass) {

    private static final Pattern ROW = Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    /** The histogram collects first; what its collection makes unreachable goes in the second one. */
    static Heap of(Server server) throws IOException, InterruptedException {
        histogram(server);
        Thread.sleep(500);
        return histogram(server);
    }

    private static Heap histogram(Server server) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Server.java("jcmd"), String.valueOf(server.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        Map<String, Long> bytes = new HashMap<>();
        Map<String, Long> instances = new HashMap<>();
        try (BufferedReader lines = jcmd.inputReader()) {
            lines.lines().map(ROW::matcher).filter(Matcher::matches).forEach(row -> {
                instances.merge(row.group(3), Long.valueOf(row.group(1)), Long::sum);
                bytes.merge(row.group(3), Long.valueOf(row.group(2)), Long::sum);
            });
        }
        if (jcmd.waitFor() != 0 || bytes.isEmpty()) {
            throw new IOException("jcmd could not read the heap");
        }
        return new Heap(bytes, instances);
    }

    long total() {
        return bytesByClass.values().stream().mapToLong(Long::longValue).sum();
    }

    long instancesOf(String name) {
        return instancesByClass.getOrDefault(name, 0L);
    }

    long growthSince(Heap before) {
        return total() - before.total();
    }

    /** The classes that grew most, each with its bytes per something. */
    List<String> mostGrown(Heap before, int classes, int per) {
        return Stream.concat(bytesByClass.keySet().stream(), before.bytesByClass.keySet().stream())
                .distinct()
                .map(name -> Map.entry(name, bytesOf(name) - before.bytesOf(name)))
                .sorted(Comparator.comparing(Map.Entry<String, Long>::getValue).reversed())
                .limit(classes)
                .map(entry -> "%9.1f  %s".formatted(entry.getValue() / (double) per, entry.getKey()))
                .toList();
    }

    private long bytesOf(String name) {
        return bytesByClass.getOrDefault(name, 0L);
    }
}
