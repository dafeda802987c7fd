package app.barker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security/asvs.md} names what there is, and leaves nothing out. */
class AsvsTableTest {

    private static final Path TABLE = Path.of("docs/security/asvs.md");

    /** Levels 1 and 2 of ASVS 5.0.0 in V3, V4, V6, V7, V8, V9 and V16. */
    private static final List<String> REQUIREMENTS = List.of("""
            3.2.1 3.2.2 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.5.1 3.5.2 3.5.3 3.5.4 3.5.5 3.7.1 3.7.2
            4.1.1 4.1.2 4.1.3 4.2.1 4.3.1 4.3.2 4.4.1 4.4.2 4.4.3 4.4.4
            6.1.1 6.1.2 6.1.3 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.2.9 6.2.10 6.2.11 6.2.12 6.3.1 6.3.2 6.3.3 6.3.4
            6.4.1 6.4.2 6.4.3 6.4.4 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 6.6.1 6.6.2 6.6.3 6.8.1 6.8.2 6.8.3 6.8.4
            7.1.1 7.1.2 7.1.3 7.2.1 7.2.2 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.2 7.6.1 7.6.2
            8.1.1 8.1.2 8.2.1 8.2.2 8.2.3 8.3.1 8.4.1
            9.1.1 9.1.2 9.1.3 9.2.1 9.2.2 9.2.3 9.2.4
            16.1.1 16.2.1 16.2.2 16.2.3 16.2.4 16.2.5 16.3.1 16.3.2 16.3.3 16.3.4 16.4.1 16.4.2 16.4.3 16.5.1 16.5.2 16.5.3""".split("\\s+"));

    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| .+ \\| (met|partly|not met|n/a) \\| (.+) \\|$");

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:#(\\w+))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    private final List<MatchResult> rows = lines(TABLE).stream()
            .filter(line -> line.matches("\\| \\d.*"))
            .map(line -> {
                var row = ROW.matcher(line);
                assertThat(row.matches()).as(line).isTrue();
                return row.toMatchResult();
            })
            .toList();

    @Test
    void everyRequirementStandsThereOnce() {
        assertThat(rows).extracting(row -> row.group(1)).containsExactlyElementsOf(REQUIREMENTS);
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> String.join("\n", lines(file)),
                            (one, other) -> one + other));
        }
        List<MatchResult> named = rows.stream()
                .flatMap(row -> TEST.matcher(row.group(3)).results())
                .toList();

        assertThat(named).hasSizeGreaterThan(50).allSatisfy(test -> {
            assertThat(tests).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(tests.get(test.group(1))).contains("void " + test.group(2) + "(");
            }
        });
    }

    @Test
    void everyDocumentThatIsNamedExists() {
        assertThat(rows.stream().flatMap(row -> LINK.matcher(row.group(3)).results()))
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(TABLE.resolveSibling(link.group(1))).exists());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
