package app.barker.browser;

import static app.barker.browser.Outside.MEMBERS_ONLY;
import static app.barker.browser.Outside.cookieFrom;
import static app.barker.browser.Outside.get;
import static app.barker.browser.Outside.leadsToLogIn;
import static app.barker.browser.Outside.navigation;
import static app.barker.browser.Outside.postJson;
import static app.barker.browser.Outside.sessionOfTheMember;
import static app.barker.browser.Outside.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not logged in gets the way in, and nothing else. */
class OutsiderIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?x",
                "/everyone",
                "/everyone?from=1",
                "/barks/1",
                "/users/rex",
                "/users/rex/replies",
                "/users/rex/likes",
                "/tags/inside",
                "/settings",
                "/settings/profile",
                "/settings/mutes",
                "/avatars/1/0123456789abcdef0123456789abcdef.jpg",
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

    @ParameterizedTest
    @ValueSource(strings = {"", "everyone", "barks/1", "users/rex", "tags/inside"})
    void aPageThatIsAskedToShowBarksShowsThemToMembersAlone(String place) {
        String member = sessionOfTheMember();
        String outsider = cookieFrom(get("/login"));

        assertThat(visit(place, member)).contains("barker-feed", MEMBERS_ONLY);

        assertThat(visit(place, outsider)).doesNotContain("barker-feed", MEMBERS_ONLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings/profile", "settings/mutes"})
    void theSettingsOpenToMembersAlone(String place) {
        String member = sessionOfTheMember();
        String outsider = cookieFrom(get("/login"));

        assertThat(visit(place, member)).contains("Muted and blocked");

        assertThat(visit(place, outsider)).doesNotContain("Muted and blocked");
    }

    @Test
    void requestsOfAPageWithoutASessionChangeNothing() {
        HttpResponse<String> answer = postJson("/?v-r=uidl&v-uiId=0", navigation("", "any key"));

        assertThat(answer.body()).contains("\"changes\":{}").doesNotContain(MEMBERS_ONLY);
    }
}
