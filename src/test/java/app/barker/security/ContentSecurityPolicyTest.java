package app.barker.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ContentSecurityPolicyTest {

    private final ContentSecurityPolicy policy = new ContentSecurityPolicy();

    @Test
    void everythingComesFromHere() {
        var directives = directives();

        assertThat(directives).containsEntry("default-src", List.of("'self'"));
        assertThat(directives).containsEntry("img-src", List.of("'self'", "data:"));
        assertThat(directives.values().stream().flatMap(List::stream))
                .as("sources")
                .noneMatch(source -> source.equals("*") || source.contains("http") || source.contains("://"));
    }

    @Test
    void noInlineScriptRunsWithoutTheNonceOfItsOwnPage() {
        List<String> scripts = directives().getOrDefault("script-src", List.of());

        assertThat(scripts).filteredOn(source -> source.startsWith("'nonce-")).hasSize(1);
        assertThat(scripts).doesNotContain("'unsafe-inline'", "data:");
    }

    @Test
    void everyResponseHasANonceOfItsOwn() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            nonces.add(directives().getOrDefault("script-src", List.of()).stream()
                    .filter(source -> source.startsWith("'nonce-"))
                    .findFirst()
                    .orElseThrow());
        }

        assertThat(nonces).hasSize(100);
        // 16 bytes in Base64: nobody guesses that.
        assertThat(nonces).allMatch(nonce -> nonce.matches("'nonce-[A-Za-z0-9+/]{22}=='"));
    }

    @Test
    void noOtherSiteFramesUsOrTakesOurForms() {
        assertThat(directives())
                .containsEntry("frame-ancestors", List.of("'none'"))
                .containsEntry("form-action", List.of("'self'"))
                .containsEntry("base-uri", List.of("'self'"))
                .containsEntry("object-src", List.of("'none'"));
    }

    private Map<String, List<String>> directives() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        policy.writeHeaders(new MockHttpServletRequest(), response);
        return Arrays.stream(String.valueOf(response.getHeader("Content-Security-Policy"))
                        .split(";", -1))
                .map(String::strip)
                .filter(directive -> !directive.isEmpty())
                .map(directive -> List.of(directive.split(" ", -1)))
                .collect(Collectors.toMap(List::getFirst, parts -> parts.subList(1, parts.size())));
    }
}
