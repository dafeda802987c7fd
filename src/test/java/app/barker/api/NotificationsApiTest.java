package app.barker.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.Reactions;
import app.barker.testing.Barking;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class NotificationsApiTest extends ApiTest {

    @Autowired
    Reactions reactions;

    @Autowired
    ObjectMapper json;

    @Test
    void saysWhatHappenedToTheOneWhoAsks() throws Exception {
        long bark = bark(rex, "Ball found");
        reactions.like(bella, bark);
        long reply = new Barking(barks).reply(bella, bark, "Where");

        JsonNode told = get("/notifications").get("notifications");

        assertThat(told).hasSize(2);
        assertThat(told.get(0).get("kind").asString()).isEqualTo("reply");
        assertThat(told.get(0).get("barkId").asString()).isEqualTo(String.valueOf(reply));
        assertThat(told.get(1).get("kind").asString()).isEqualTo("like");
        assertThat(told.get(1).get("barkId").asString()).isEqualTo(String.valueOf(bark));
        assertThat(told.get(1).get("count").asLong()).isEqualTo(1);
        assertThat(told.get(1).get("people").get(0).get("username").asString()).isEqualTo(bella.username());
        assertThat(told.get(1).get("unread").asBoolean()).isTrue();
        assertThat(get("/notifications", tokenOfBella).get("notifications")).isEmpty();
    }

    @Test
    void whatWasSeenIsRead() throws Exception {
        long bark = bark(rex, "Ball found");
        reactions.like(bella, bark);
        String seen =
                get("/notifications").get("notifications").get(0).get("id").asString();
        new Barking(barks).reply(bella, bark, "Where");

        assertThat(post("/notifications/read", "{\"upTo\":\"" + seen + "\"}")).hasStatus(204);

        JsonNode told = get("/notifications").get("notifications");
        assertThat(told.get(0).get("unread").asBoolean()).isTrue();
        assertThat(told.get(1).get("unread").asBoolean()).isFalse();
    }

    @Test
    void nobodyReadsForSomebodyElse() throws Exception {
        reactions.like(bella, bark(rex, "Ball found"));
        String seen =
                get("/notifications").get("notifications").get(0).get("id").asString();

        assertThat(ask(HttpMethod.POST, "/notifications/read", tokenOfBella)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"upTo\":\"" + seen + "\"}"))
                .hasStatus(204);

        assertThat(get("/notifications")
                        .get("notifications")
                        .get(0)
                        .get("unread")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void pagesLeadToTheNextOne() throws Exception {
        long bark = bark(rex, "Ball found");
        for (int i = 0; i < 3; i++) {
            new Barking(barks).reply(bella, bark, "Reply " + i);
        }

        MvcTestResult first = ask(HttpMethod.GET, "/notifications?limit=2").exchange();
        JsonNode page = json.readTree(first.getResponse().getContentAsString());
        String next = page.get("next").asString();

        assertThat(page.get("notifications")).hasSize(2);
        assertThat(first).headers().hasValue("Link", "<" + next + ">; rel=\"next\"");
        JsonNode second = get(next.substring(next.indexOf("/notifications")));
        assertThat(second.get("notifications")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        long bark = bark(rex, "Ball found");
        String tag = Objects.requireNonNull(
                ask(HttpMethod.GET, "/notifications").exchange().getResponse().getHeader("ETag"));

        assertThat(ask(HttpMethod.GET, "/notifications").header("If-None-Match", tag))
                .hasStatus(304);
        reactions.like(bella, bark);
        assertThat(ask(HttpMethod.GET, "/notifications").header("If-None-Match", tag))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"upTo\":null}",
                "{\"upTo\":\"\"}",
                "{\"upTo\":\"x\"}",
                "{\"upTo\":\"0\"}",
                "{\"upTo\":\"-1\"}"
            })
    void whatIsNoIdIsRefused(String body) {
        assertThat(post("/notifications/read", body))
                .hasStatus(422)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("field")
                .isEqualTo("upTo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"upTo\":5}", "{\"upTo\":\"5\",\"all\":true}", "{", "[]"})
    void aBodyThatIsNotWhatItShouldBeIsRefused(String body) {
        assertThat(post("/notifications/read", body)).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "before=0", "before=x"})
    void pagesThatCannotBeAreRefused(String query) {
        assertThat(ask(HttpMethod.GET, "/notifications?" + query))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private JsonNode get(String path) throws Exception {
        return get(path, token);
    }

    private JsonNode get(String path, String bearer) throws Exception {
        MvcTestResult answer = ask(HttpMethod.GET, path, bearer).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
