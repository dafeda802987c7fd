package app.barker.browser;

import static app.barker.browser.Outside.MEMBER;
import static app.barker.browser.Outside.MEMBERS_ONLY;
import static app.barker.browser.Outside.OTHER_SITE;
import static app.barker.browser.Outside.cookieFrom;
import static app.barker.browser.Outside.credentials;
import static app.barker.browser.Outside.get;
import static app.barker.browser.Outside.leadsToLogIn;
import static app.barker.browser.Outside.locationOf;
import static app.barker.browser.Outside.ofTheMember;
import static app.barker.browser.Outside.post;
import static app.barker.browser.Outside.sendRaw;
import static app.barker.browser.Outside.server;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one door: what the log-in answers, where it leads, and the session behind it. */
class LogInIT {

    @Test
    void whoeverWasGoingSomewhereArrivesThere() {
        HttpResponse<String> sentAway = get("/?from=mail&page=2");
        assertThat(leadsToLogIn(sentAway)).isTrue();

        HttpResponse<String> in = post("/login", ofTheMember(), "Cookie", cookieFrom(sentAway));

        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(locationOf(in)).isEqualTo(server().at("/?from=mail&page=2").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "continue",
                "next",
                "redirect",
                "redirect_uri",
                "returnTo",
                "saved-url",
                "Saved-url",
                "spring-security-redirect",
                "targetUrl",
                "url"
            })
    void noParameterLeadsToAnotherSite(String parameter) {
        String elsewhere = parameter + "=" + OTHER_SITE;
        String outside = cookieFrom(get("/login?" + elsewhere));
        String fromAPage = cookieFrom(get("/?" + elsewhere));

        assertThat(locationOf(post("/login?" + elsewhere, ofTheMember(), "Cookie", outside)))
                .isEqualTo(server().at("/").toString());
        assertThat(locationOf(post("/login", ofTheMember() + "&" + elsewhere, "Cookie", outside)))
                .isEqualTo(server().at("/").toString());
        assertThat(locationOf(post("/login", ofTheMember(), parameter, OTHER_SITE, "Referer", OTHER_SITE)))
                .isEqualTo(server().at("/").toString());
        assertThat(locationOf(post("/login", ofTheMember(), "Cookie", fromAPage)))
                .startsWith(server().at("/").toString());
    }

    @Test
    void anAddressThatLooksLikeAnotherSiteIsRefused() {
        assertThat(sendRaw("GET //cats.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void theSessionFromBeforeTheLogInOpensNothing() {
        String before = cookieFrom(get("/"));

        HttpResponse<String> in = post("/login", ofTheMember(), "Cookie", before);

        String after = cookieFrom(in);
        assertThat(after).isNotEqualTo(before);
        assertThat(get("/", "Cookie", after).statusCode()).isEqualTo(200);
        assertThat(leadsToLogIn(get("/", "Cookie", before))).isTrue();
    }

    @Test
    void theSessionCookieStaysWithThisServerAndAwayFromScripts() {
        List<String> cookies = post("/login", ofTheMember()).headers().allValues("Set-Cookie");

        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .satisfies(cookie -> assertThat(List.of(cookie.split("; ")))
                        .satisfiesExactlyInAnyOrder(
                                session -> assertThat(session).matches("JSESSIONID=[0-9A-F]{32}"),
                                path -> assertThat(path).isEqualTo("Path=/"),
                                script -> assertThat(script).isEqualTo("HttpOnly"),
                                site -> assertThat(site).isEqualTo("SameSite=Lax")));
    }

    @Test
    void noCookieOfALogInCanBeReadByScriptsOrOutlivesTheBrowserUnlessAskedTo() {
        List<String> cookies = post("/login", ofTheMember()).headers().allValues("Set-Cookie");

        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("Domain="));
        assertThat(cookies)
                .as("knows the browser again, opens nothing")
                .filteredOn(cookie -> cookie.contains("Max-Age"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).startsWith("barker-known="));
    }

    @Test
    void theSessionIsNeverInAnAddress() {
        List<HttpResponse<String>> answersWithoutACookie =
                List.of(get("/"), get("/login"), get("/signup"), post("/login", ofTheMember()), post("/login", ""));

        assertThat(answersWithoutACookie).allSatisfy(answer -> {
            assertThat(locationOf(answer)).doesNotContainIgnoringCase("jsessionid");
            assertThat(answer.body()).doesNotContainIgnoringCase("jsessionid");
        });
    }

    @Test
    void aSessionIdInAnAddressOpensNothing() {
        String member = Outside.sessionOfTheMember();
        assertThat(get("/", "Cookie", member).statusCode()).isEqualTo(200);
        String id = member.substring(member.indexOf('=') + 1);

        assertThat(get("/;jsessionid=" + id).statusCode()).isEqualTo(400);
        assertThat(leadsToLogIn(get("/?jsessionid=" + id))).isTrue();
    }

    @Test
    void aWrongNameAndAWrongPasswordReadTheSame() {
        HttpResponse<String> wrongPassword = post("/login", credentials(MEMBER, "not the password of rex"));
        HttpResponse<String> wrongName = post("/login", credentials("nobody-of-that-name", "not the password of rex"));

        assertThat(wrongPassword.statusCode()).isEqualTo(302);
        assertThat(List.of(locationOf(wrongPassword), locationOf(wrongName)))
                .as("apart from the code of the attempt")
                .allSatisfy(location -> assertThat(location)
                        .startsWith(server().at("/login?error=").toString())
                        .matches(".*=[B-Z2-9]{4}-[B-Z2-9]{4}"));
        assertThat(wrongName.statusCode()).isEqualTo(wrongPassword.statusCode());
        assertThat(wrongName.body()).isEqualTo(wrongPassword.body()).doesNotContain(MEMBERS_ONLY);
        assertThat(wrongName.headers().map().keySet())
                .isEqualTo(wrongPassword.headers().map().keySet());
        assertThat(wrongName.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
