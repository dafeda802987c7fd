package app.barker.signin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SequenceDiagramsTest {

    @Test
    void aDiagramBecomesSteps() {
        String text = """
                Before, see [the class](../src/A.java) and [the RFC](https://example.org).

                ```mermaid
                sequenceDiagram
                    participant B as Browser
                    participant S as Server
                    B->>S: GET /
                    S->>S: who is that?
                    alt nobody
                        S-->>B: 302 /login
                    end
                    Note over S: forgets $1
                ```
                After
                """;

        assertThat(SequenceDiagrams.inWords(text)).isEqualTo("""
                Before, see the class and [the RFC](https://example.org).

                1. **Browser → Server:** GET /
                2. **Server:** who is that?
                3. — **nobody** —
                4. **Server → Browser:** 302 /login
                5. *Server:* forgets $1

                After
                """);
    }

    /** A kind of line that it does not know would be left out silently. */
    @Test
    void everyLineOfTheDiagramsInTheDocumentIsThere() throws IOException {
        String source = Files.readString(Path.of("docs/sessions-explained.md"));
        long steps = source.lines()
                .filter(line -> line.matches("\\s+(?:\\w+-{1,2}>>\\w+|Note over \\w+|alt|else|loop|opt)\\b.*"))
                .count();

        String words = SequenceDiagrams.inWords(source);

        assertThat(words).doesNotContain("```mermaid", "participant ", "->>", "-->>");
        assertThat(words.lines().filter(line -> line.matches("\\d+\\. (?:\\*|—).*")))
                .hasSize((int) steps);
    }
}
