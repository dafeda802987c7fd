package app.barker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StylesTest {

    /** Browsers say nothing: they take what follows for rules within the one that was left open. */
    @Test
    void everyBraceIsClosedWhereItBelongs() throws IOException {
        int line = 0;
        int depth = 0;
        for (String text : Files.readAllLines(Path.of("src/main/resources/META-INF/resources/styles.css"))) {
            line++;
            for (int sign : text.chars().toArray()) {
                depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
                assertThat(depth).as("Depth in line %s", line).isBetween(0, 2);
            }
        }
        assertThat(line).isPositive();
        assertThat(depth).isZero();
    }
}
