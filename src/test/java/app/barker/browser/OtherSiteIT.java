package app.barker.browser;

import static app.barker.browser.Outside.HTTP;
import static app.barker.browser.Outside.OTHER_SITE;
import static app.barker.browser.Outside.find;
import static app.barker.browser.Outside.get;
import static app.barker.browser.Outside.leadsToLogIn;
import static app.barker.browser.Outside.ofTheMember;
import static app.barker.browser.Outside.post;
import static app.barker.browser.Outside.server;
import static app.barker.browser.Outside.sessionOfTheMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of another site can make a member's browser send: refused. */
class OtherSiteIT {

    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://cats.example",
        "Origin, http://localhost",
        "Origin, null",
        "Origin, ::garbled::"
    })
    void anotherSiteLogsNobodyIn(String header, String value) {
        assertThat(post("/login", ofTheMember(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(302);

        HttpResponse<String> refused = post("/login", ofTheMember(), header, value);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void nobodyIsLoggedOutWithoutTheTokenOfTheirPage() {
        String member = sessionOfTheMember();
        String token = find(CSRF_TOKEN, get("/", "Cookie", member).body());

        assertThat(post("/logout", "", "Cookie", member).statusCode()).isEqualTo(403);
        assertThat(post("/logout", "_csrf=of-another-page", "Cookie", member).statusCode())
                .isEqualTo(403);
        assertThat(post("/logout", "_csrf=" + token, "Cookie", member, "Origin", OTHER_SITE)
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/logout", "Cookie", member).statusCode()).isNotEqualTo(302);
        assertThat(get("/", "Cookie", member).statusCode()).isEqualTo(200);

        assertThat(post("/logout", "_csrf=" + token, "Cookie", member).statusCode())
                .isEqualTo(302);
        assertThat(leadsToLogIn(get("/", "Cookie", member))).isTrue();
    }

    @Test
    void anotherSiteCannotListenToAMembersPush() throws Exception {
        String member = sessionOfTheMember();
        connect(member, server().at("").toString()).abort();

        Throwable refusal = catchThrowable(() -> connect(member, OTHER_SITE));

        assertThat(refusal)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        failed -> assertThat(failed.getResponse().statusCode()).isEqualTo(403));
    }

    private static WebSocket connect(String cookie, String origin) throws Exception {
        URI push = URI.create("ws://localhost:" + server().port() + "/VAADIN/push?v-r=push&v-uiId=0&v-pushId=any"
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-tracking-id=0");
        return HTTP.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", origin)
                .buildAsync(push, new WebSocket.Listener() {})
                .get();
    }
}
