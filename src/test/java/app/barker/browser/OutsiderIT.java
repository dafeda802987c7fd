package app.barker.browser;

import static app.barker.browser.Outside.MEMBERS_ONLY;
import static app.barker.browser.Outside.cookieFrom;
import static app.barker.browser.Outside.find;
import static app.barker.browser.Outside.get;
import static app.barker.browser.Outside.leadsToLogIn;
import static app.barker.browser.Outside.postJson;
import static app.barker.browser.Outside.sessionOfTheMember;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not logged in gets the way in, and nothing else. */
class OutsiderIT {

    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern UI_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?x",
                "/no-such-page",
                "/no/such/page?at=all",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/health/liveness",
                "/h2-console",
                "/error"
            })
    void everyOtherAddressLeadsToTheLogIn(String address) {
        assertThat(leadsToLogIn(get(address, "Cookie", sessionOfTheMember())))
                .as("a member is not sent away")
                .isFalse();

        assertThat(leadsToLogIn(get(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/signup",
                "/styles.css",
                "/icons/logo.svg",
                "/fonts/barker-sans.woff2",
                "/images/not-found.svg"
            })
    void theWayInIsOpen(String address) {
        assertThat(get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void healthSaysUpAndNothingMore() {
        HttpResponse<String> health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void aPageThatIsAskedToShowHomeShowsItToMembersAlone() {
        String member = sessionOfTheMember();
        String outsider = cookieFrom(get("/login"));

        assertThat(askForHome(member)).contains("barker-feed", MEMBERS_ONLY);

        assertThat(askForHome(outsider)).doesNotContain("barker-feed", MEMBERS_ONLY);
    }

    @Test
    void requestsOfAPageWithoutASessionChangeNothing() {
        HttpResponse<String> answer = postJson("/?v-r=uidl&v-uiId=0", navigation("any key"));

        assertThat(answer.body()).contains("\"changes\":{}").doesNotContain(MEMBERS_ONLY);
    }

    /** As Vaadin's client does: opens a page and tells the server where it stands. */
    private static String askForHome(String cookie) {
        String page = get("/?v-r=init&location=&query=", "Cookie", cookie).body();
        String answer = postJson(
                        "/?v-r=uidl&v-uiId=" + find(UI, page), navigation(find(UI_KEY, page)), "Cookie", cookie)
                .body();
        assertThat(answer).as("the server followed").contains("\"syncId\":1");
        return answer;
    }

    private static String navigation(String key) {
        return """
                {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1, "event": "ui-navigate",
                 "data": {"route": "", "query": "", "appShellTitle": "", "historyState": null, "trigger": ""}}]}
                """.formatted(key);
    }
}
