package app.barker.bark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarkLinksTest {

    private static final URI HERE = URI.create("https://barks.example:8443/some/page");

    @Test
    void findsTheFirstBarkThatALinkLeadsTo() {
        String text = "See https://barks.example:8443/barks/42 and https://barks.example:8443/barks/43";

        assertThat(BarkLinks.firstIn(text, HERE)).contains(42L);
    }

    @Test
    void takesNoNoticeOfOtherInstallations() {
        assertThat(BarkLinks.firstIn("https://other.example/barks/42 https://BARKS.example:8443/barks/7?from=1", HERE))
                .contains(7L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no link",
                "https://barks.example/barks/42",
                "https://barks.example:8443/barks/",
                "https://barks.example:8443/barks/x42",
                "https://barks.example:8443/barks/1234567890123456789012",
                "https://barks.example:8443@evil.example/barks/42",
                "/barks/42"
            })
    void whatDoesNotLeadToABarkHereQuotesNothing(String text) {
        assertThat(BarkLinks.firstIn(text, HERE)).isEmpty();
    }
}
