package app.barker.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SameOriginFilterTest {

    private static final String HANDSHAKE = "Upgrade";

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void takesWhatABrowserSendsFromHere(String site) throws Exception {
        assertThat(passes("POST", Map.of("Sec-Fetch-Site", site))).isTrue();
        assertThat(passes("GET", Map.of("Sec-Fetch-Site", site, HANDSHAKE, "websocket")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "SAME-ORIGIN", "same-origin, none", "garbled"})
    void refusesWhatAnotherSiteMakesABrowserSend(String site) throws Exception {
        assertThat(passes("POST", Map.of("Sec-Fetch-Site", site))).isFalse();
        assertThat(passes("GET", Map.of("Sec-Fetch-Site", site, HANDSHAKE, "websocket")))
                .isFalse();
    }

    @Test
    void aMatchingOriginDoesNotMendAForeignSite() throws Exception {
        assertThat(passes("POST", Map.of("Origin", "https://barker.example"))).isTrue();
        assertThat(passes("POST", Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://barker.example")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://barker.example", "https://barker.example:443", "https://BARKER.example"})
    void takesItsOwnOriginFromAnOldBrowser(String origin) throws Exception {
        assertThat(passes("POST", Map.of("Origin", origin))).isTrue();
        assertThat(passes("GET", Map.of("Origin", origin, HANDSHAKE, "websocket")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cat.example",
                "https://barker.example.cat.example",
                "https://cat.barker.example",
                "https://barker.example@cat.example",
                "https://barker.example:8443",
                "http://barker.example",
                "null",
                "",
                "https://",
                "//barker.example:x",
                "https://[::1",
                "ht tp://barker.example",
                "file:///etc/hosts"
            })
    void refusesEveryOtherOrigin(String origin) throws Exception {
        assertThat(passes("POST", Map.of("Origin", origin))).isFalse();
        assertThat(passes("GET", Map.of("Origin", origin, HANDSHAKE, "websocket")))
                .isFalse();
    }

    @Test
    void knowsItsPortWhenItListensOnAnother() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setScheme("http");
        request.setServerName("localhost");
        request.setServerPort(8080);

        request.addHeader("Origin", "http://localhost:8080");
        assertThat(passes(request)).isTrue();

        request.removeHeader("Origin");
        request.addHeader("Origin", "http://localhost:9090");
        assertThat(passes(request)).isFalse();
    }

    @Test
    void takesWhatNoBrowserSends() throws Exception {
        assertThat(passes("POST", Map.of())).isTrue();
        assertThat(passes("GET", Map.of(HANDSHAKE, "websocket"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void readingIsFree(String method) throws Exception {
        assertThat(passes(method, Map.of("Sec-Fetch-Site", "cross-site"))).isTrue();
        assertThat(passes(method, Map.of("Origin", "https://cat.example"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "post", "WOOF"})
    void everyOtherMethodIsChecked(String method) throws Exception {
        assertThat(passes(method, Map.of("Sec-Fetch-Site", "cross-site"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"websocket", "WebSocket", "'h2c, websocket'", "'websocket, h2c'"})
    void knowsAHandshakeHoweverItIsWritten(String upgrade) throws Exception {
        assertThat(passes("GET", Map.of(HANDSHAKE, upgrade, "Origin", "https://cat.example")))
                .isFalse();
    }

    private static boolean passes(String method, Map<String, String> headers) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/login");
        request.setScheme("https");
        request.setServerName("barker.example");
        request.setServerPort(443);
        headers.forEach(request::addHeader);
        return passes(request);
    }

    private static boolean passes(MockHttpServletRequest request) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();

        new SameOriginFilter().doFilter(request, response, chain);

        boolean passed = chain.getRequest() != null;
        assertThat(response.getStatus()).isEqualTo(passed ? 200 : 403);
        return passed;
    }
}
