package app.barker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.barker.testing.Dogs;
import app.barker.token.Scope;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** By what one gets in, and what every operation refuses. */
class RefusalsTest extends ApiTest {

    private static final MediaType PROBLEM = MediaType.APPLICATION_PROBLEM_JSON;

    @ParameterizedTest
    @CsvSource({
        "GET, /whoami",
        "GET, /timelines/home",
        "GET, /timelines/everyone",
        "POST, /barks",
        "POST, /media",
        "GET, /barks/1",
        "PATCH, /barks/1",
        "DELETE, /barks/1",
        "GET, /barks/1/thread",
        "PUT, /barks/1/like",
        "DELETE, /barks/1/like",
        "PUT, /barks/1/rebark",
        "DELETE, /barks/1/rebark",
        "PUT, /barks/1/bookmark",
        "DELETE, /barks/1/bookmark",
        "GET, /search?q=ball",
        "GET, /users/rex",
        "GET, /users/rex/barks",
        "PUT, /users/rex/follow",
        "DELETE, /users/rex/follow",
        "POST, /jwt",
        "GET, /notifications",
        "POST, /notifications/read",
        "GET, /events",
        "GET, /openapi.json",
        "GET, /nothing"
    })
    void nobodyGetsInWithoutACredential(String method, String path) {
        HttpMethod verb = HttpMethod.valueOf(method);
        MvcTestResult wrong = ask(verb, path, "brk_wrong").exchange();
        MvcTestResult forged = ask(verb, path, "eyJhbGciOiJub25lIn0.e30.").exchange();
        MvcTestResult revoked = ask(verb, path, revoked()).exchange();

        for (MvcTestResult refused : new MvcTestResult[] {wrong, forged, revoked}) {
            assertThat(refused).hasStatus(401).hasContentType(PROBLEM);
            assertThat(refused).headers().hasValue("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        MvcTestResult without =
                api.method(verb).uri("/api/v1" + path).with(csrf()).exchange();
        assertThat(without).hasStatus(401).hasContentType(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /timelines/home, FOLLOW",
        "GET, /barks/1, WRITE",
        "GET, /search?q=ball, WRITE",
        "GET, /users/rex, FOLLOW",
        "GET, /events, WRITE",
        "GET, /notifications, WRITE",
        "POST, /notifications/read, READ",
        "POST, /barks, READ",
        "POST, /media, READ",
        "PATCH, /barks/1, READ",
        "DELETE, /barks/1, FOLLOW",
        "PUT, /barks/1/like, READ",
        "PUT, /barks/1/bookmark, READ",
        "PUT, /users/rex/follow, WRITE",
        "DELETE, /users/rex/follow, READ"
    })
    void aTokenDoesWhatItsScopesSay(String method, String path, Scope has) {
        String narrow = tokenOf(rexIn, Set.of(has));
        assertThat(ask(HttpMethod.GET, "/whoami", narrow)).hasStatusOk();

        MvcTestResult refused = ask(HttpMethod.valueOf(method), path, narrow)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\":\"hi\"}")
                .exchange();

        assertThat(refused).hasStatus(403).hasContentType(PROBLEM);
        assertThat(refused).headers().hasValue("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
    }

    @Test
    void aTokenInAnAddressIsNotOne() {
        assertThat(api.get().uri("/api/v1/whoami?access_token=" + token)).hasStatus(401);
    }

    @Test
    void theCookieOpensReadsAndWithTheCsrfTokenWrites() throws Exception {
        MockHttpSession session = logIn();

        assertThat(api.get().uri("/api/v1/whoami").session(session)).hasStatusOk();
        assertThat(api.put()
                        .uri("/api/v1/users/" + bella.username() + "/follow")
                        .session(session))
                .hasStatus(403)
                .hasContentType(PROBLEM);
        assertThat(api.put()
                        .uri("/api/v1/users/" + bella.username() + "/follow")
                        .session(session)
                        .with(csrf()))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void anotherSiteGetsNothingByTheCookie(String site) throws Exception {
        MockHttpSession session = logIn();
        assertThat(api.get().uri("/api/v1/whoami").session(session).header("Sec-Fetch-Site", "same-origin"))
                .hasStatusOk();

        assertThat(api.get().uri("/api/v1/whoami").session(session).header("Sec-Fetch-Site", site))
                .hasStatus(403)
                .hasContentType(PROBLEM);
        assertThat(api.put()
                        .uri("/api/v1/users/" + bella.username() + "/follow")
                        .session(session)
                        .with(csrf())
                        .header("Sec-Fetch-Site", site))
                .hasStatus(403);
    }

    @Test
    void noOtherOriginIsLetInByDefault() {
        MvcTestResult preflight = api.options()
                .uri("/api/v1/whoami")
                .header("Origin", "https://other.example")
                .header("Access-Control-Request-Method", "GET")
                .exchange();

        assertThat(preflight).doesNotContainHeader("Access-Control-Allow-Origin");
    }

    @Test
    void aWrongTokenIsNotForgivenForTheCookieBesideIt() throws Exception {
        MockHttpSession session = logIn();

        assertThat(ask(HttpMethod.GET, "/whoami", "brk_wrong").session(session)).hasStatus(401);
    }

    @Test
    void askingKeepsNoSession() {
        assertThat(ask(HttpMethod.GET, "/whoami").exchange().getRequest().getSession(false))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"hi\",\"mediaIds\":\"1\"}",
                "{\"text\":\"hi\",\"author\":\"bella\"}",
                "{\"text\":5}",
                "{\"text\":true}",
                "{\"text\":[\"hi\"]}",
                "{\"text\":\"hi\",\"text\":\"twice\"}",
                "{\"text\":\"hi\"} and more",
                "[\"hi\"]",
                "{",
                ""
            })
    void aBodyThatIsNotWhatItShouldBeIsRefused(String body) {
        assertThat(post("/barks", body)).hasStatus(400).hasContentType(PROBLEM);
    }

    @Test
    void otherKindsOfBodiesAreRefused() {
        assertThat(ask(HttpMethod.POST, "/barks")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("hi"))
                .hasStatus(415)
                .hasContentType(PROBLEM);
        assertThat(ask(HttpMethod.PUT, "/barks")).hasStatus(405);
        assertThat(ask(HttpMethod.GET, "/whoami").accept(MediaType.TEXT_HTML)).hasStatus(406);
        assertThat(ask(HttpMethod.GET, "/nothing")).hasStatus(404);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
        String large = "{\"text\":\"" + "a".repeat(64 * 1024) + "\"}";

        assertThat(post("/barks", large)).hasStatus(413).hasContentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=-1", "limit=x", "before=0", "before=x", "before=-1", "before=1e3"
            })
    void pagesThatCannotBeAreRefused(String query) {
        assertThat(ask(HttpMethod.GET, "/timelines/everyone?" + query))
                .hasStatus(400)
                .hasContentType(PROBLEM);
    }

    @Test
    void everyAnswerSaysHowMuchIsLeftAndThatItMayBeKeptForOneself() {
        MvcTestResult first = ask(HttpMethod.GET, "/whoami").exchange();
        MvcTestResult second = ask(HttpMethod.GET, "/whoami").exchange();

        assertThat(first).headers().hasValue("RateLimit-Policy", "\"person\";q=300;w=60");
        assertThat(first.getResponse().getHeader("RateLimit")).startsWith("\"person\";r=299;");
        assertThat(second.getResponse().getHeader("RateLimit")).startsWith("\"person\";r=298;");
        assertThat(first).headers().hasValue("Cache-Control", "private, no-cache");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackWhateverTheToken() {
        String another = tokenOf(rexIn, Set.of(Scope.READ));
        for (int i = 0; i < 300; i++) {
            assertThat(ask(HttpMethod.GET, "/whoami", i % 2 == 0 ? token : another))
                    .hasStatusOk();
        }

        MvcTestResult refused = ask(HttpMethod.GET, "/whoami", another).exchange();

        assertThat(refused).hasStatus(429).hasContentType(PROBLEM);
        assertThat(Integer.parseInt(Objects.requireNonNull(refused.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 60);
        assertThat(ask(HttpMethod.GET, "/whoami", tokenOfBella)).hasStatusOk();
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        MvcTestResult first = ask(HttpMethod.GET, "/users/" + bella.username()).exchange();
        String tag = Objects.requireNonNull(first.getResponse().getHeader("ETag"));

        assertThat(ask(HttpMethod.GET, "/users/" + bella.username()).header("If-None-Match", tag))
                .hasStatus(304);
        bark(bella, "news");
        assertThat(ask(HttpMethod.GET, "/users/" + bella.username()).header("If-None-Match", tag))
                .hasStatusOk();
    }

    private String revoked() {
        String secret = tokenOf(rexIn, Set.of(Scope.READ));
        tokens.revoke(rexIn, tokens.of(rexIn).getFirst().id());
        return secret;
    }

    private MockHttpSession logIn() throws Exception {
        return (MockHttpSession) Objects.requireNonNull(mvc.perform(MockMvcRequestBuilders.post("/login")
                        .param("username", rex.username())
                        .param("password", Dogs.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession(false));
    }
}
