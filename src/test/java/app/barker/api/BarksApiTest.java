package app.barker.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.AtOnce;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BarksApiTest extends ApiTest {

    @Test
    void aBarkIsPostedAndFoundAtItsAddress() {
        MvcTestResult posted = post("/barks", "{\"text\":\"Woof, world\"}").exchange();

        assertThat(posted).hasStatus(201);
        String location = Objects.requireNonNull(posted.getResponse().getHeader("Location"));
        JsonNode bark = json(posted);
        assertThat(location).endsWith("/api/v1/barks/" + bark.get("id").asString());
        MvcTestResult got = ask(HttpMethod.GET, location.substring(location.indexOf("/barks")))
                .exchange();
        assertThat(json(got)).isEqualTo(bark);
        assertThat(bark.get("text").asString()).isEqualTo("Woof, world");
        assertThat(bark.get("author").get("username").asString()).isEqualTo(rex.username());
        assertThat(bark.get("createdAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(bark.get("inReplyTo").isNull()).isTrue();
    }

    @Test
    void nothingOfAPersonThatIsNotForOthersIsInAnAnswer() {
        jdbc.sql("update users set email = ? where id = ?")
                .params(bella.username() + "@kennel.example", bella.id())
                .update();
        bark(bella, "hello");

        String all = body(ask(HttpMethod.GET, "/timelines/everyone").exchange())
                + body(ask(HttpMethod.GET, "/users/" + bella.username()).exchange());

        assertThat(all)
                .contains(bella.username())
                .doesNotContain("kennel.example", "argon2", "203.0.113", "198.51.100");
    }

    @Test
    void anAnswerNamesWhatItAnswersAndStandsInTheThread() {
        long parent = bark(bella, "first");
        MvcTestResult posted = post("/barks", "{\"text\":\"second\",\"inReplyTo\":\"" + parent + "\"}")
                .exchange();

        assertThat(json(posted).get("inReplyTo").asString()).isEqualTo(String.valueOf(parent));
        JsonNode thread =
                json(ask(HttpMethod.GET, "/barks/" + parent + "/thread").exchange());
        assertThat(thread.get("upper").get(0).get("bark").get("text").asString())
                .isEqualTo("first");
        assertThat(thread.get("replies").get(0).get("bark").get("text").asString())
                .isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\\u200b", "\\u0007"})
    void aTextThatIsNoneIsRefusedInTheWordsOfThePages(String text) {
        MvcTestResult refused = post("/barks", "{\"text\":\"" + text + "\"}").exchange();

        assertThat(refused).hasStatus(422);
        assertThat(json(refused).get("field").asString()).isEqualTo("text");
        assertThat(json(refused).get("detail").asString()).isNotBlank();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(post("/barks", "{\"text\":\"" + "a".repeat(281) + "\"}")).hasStatus(422);
        assertThat(post("/barks", "{}")).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "0", "-1", "x", "1e3", "99999999999999999999"})
    void whatIsNotThereIsNotFound(String id) {
        assertThat(ask(HttpMethod.GET, "/barks/" + id)).hasStatus(404);
        assertThat(ask(HttpMethod.GET, "/barks/" + id + "/thread")).hasStatus(404);
        assertThat(ask(HttpMethod.PUT, "/barks/" + id + "/like")).hasStatus(404);
        assertThat(ask(HttpMethod.DELETE, "/barks/" + id)).hasStatus(404);
    }

    @Test
    void onesOwnBarkCanBeSaidAnewAndDeleted() {
        long id = bark(rex, "frist");
        MvcTestResult edited = ask(HttpMethod.PATCH, "/barks/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\":\"first\"}")
                .exchange();

        assertThat(json(edited).get("text").asString()).isEqualTo("first");
        assertThat(json(edited).get("editedAt").isNull()).isFalse();
        assertThat(ask(HttpMethod.DELETE, "/barks/" + id)).hasStatus(204);
        assertThat(ask(HttpMethod.GET, "/barks/" + id)).hasStatus(404);
        assertThat(ask(HttpMethod.DELETE, "/barks/" + id)).hasStatus(404);
    }

    @Test
    void thatOfAnotherOneCanNot() {
        long id = bark(bella, "mine");

        assertThat(ask(HttpMethod.GET, "/barks/" + id)).hasStatusOk();
        assertThat(ask(HttpMethod.DELETE, "/barks/" + id)).hasStatus(403);
        assertThat(ask(HttpMethod.PATCH, "/barks/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"yours\"}"))
                .hasStatus(403);
        assertThat(json(ask(HttpMethod.GET, "/barks/" + id).exchange())
                        .get("text")
                        .asString())
                .isEqualTo("mine");
    }

    @Test
    void aBookmarkIsForItsOwnerAlone() {
        long id = bark(bella, "worth keeping");

        JsonNode kept = json(ask(HttpMethod.PUT, "/barks/" + id + "/bookmark").exchange());
        assertThat(kept.get("viewer").get("bookmarked").asBoolean()).isTrue();
        assertThat(json(ask(HttpMethod.PUT, "/barks/" + id + "/bookmark").exchange()))
                .isEqualTo(kept);
        assertThat(json(ask(HttpMethod.GET, "/barks/" + id, tokenOfBella).exchange())
                        .get("viewer")
                        .get("bookmarked")
                        .asBoolean())
                .isFalse();

        assertThat(json(ask(HttpMethod.DELETE, "/barks/" + id + "/bookmark").exchange())
                        .get("viewer")
                        .get("bookmarked")
                        .asBoolean())
                .isFalse();
        assertThat(ask(HttpMethod.PUT, "/barks/9999999999/bookmark")).hasStatus(404);
        blocks.block(bella, rex.username());
        assertThat(ask(HttpMethod.PUT, "/barks/" + id + "/bookmark")).hasStatus(404);
    }

    @Test
    void behindABlockThereIsNothing() {
        long id = bark(bella, "hidden");
        assertThat(ask(HttpMethod.GET, "/barks/" + id)).hasStatusOk();

        blocks.block(bella, rex.username());

        assertThat(ask(HttpMethod.GET, "/barks/" + id)).hasStatus(404);
        assertThat(ask(HttpMethod.DELETE, "/barks/" + id)).hasStatus(404);
        assertThat(ask(HttpMethod.PUT, "/barks/" + id + "/like")).hasStatus(404);
        assertThat(ask(HttpMethod.GET, "/users/" + bella.username())).hasStatus(404);
        assertThat(ask(HttpMethod.PUT, "/users/" + bella.username() + "/follow"))
                .hasStatus(404);
        assertThat(body(ask(HttpMethod.GET, "/timelines/everyone?limit=100").exchange()))
                .doesNotContain(bella.username());
    }

    @Test
    void likesAndRebarksAreThereOrNot() {
        long id = bark(bella, "good");

        for (String mark : List.of("like", "rebark")) {
            String marked = mark.equals("like") ? "liked" : "rebarked";
            String counted = mark + "s";
            for (int i = 0; i < 2; i++) {
                JsonNode on =
                        json(ask(HttpMethod.PUT, "/barks/" + id + "/" + mark).exchange());
                assertThat(on.get("viewer").get(marked).asBoolean()).isTrue();
                assertThat(on.get("counts").get(counted).asInt()).isEqualTo(1);
            }
            for (int i = 0; i < 2; i++) {
                JsonNode off =
                        json(ask(HttpMethod.DELETE, "/barks/" + id + "/" + mark).exchange());
                assertThat(off.get("viewer").get(marked).asBoolean()).isFalse();
                assertThat(off.get("counts").get(counted).asInt()).isZero();
            }
        }
    }

    @Test
    void followingShowsOnTheProfileAndAtHome() {
        bark(bella, "from bella");
        JsonNode followed = json(
                ask(HttpMethod.PUT, "/users/" + bella.username() + "/follow").exchange());

        assertThat(followed.get("viewer").get("following").asBoolean()).isTrue();
        assertThat(body(ask(HttpMethod.GET, "/timelines/home").exchange())).contains("from bella");
        JsonNode left = json(
                ask(HttpMethod.DELETE, "/users/" + bella.username() + "/follow").exchange());
        assertThat(left.get("viewer").get("following").asBoolean()).isFalse();
        assertThat(ask(HttpMethod.PUT, "/users/" + rex.username() + "/follow")).hasStatus(404);
        assertThat(ask(HttpMethod.PUT, "/users/nobody-here/follow")).hasStatus(404);
    }

    @Test
    void aListIsReadToItsEndByItsOwnLinks() {
        Set<String> barked = new TreeSet<>();
        for (int i = 0; i < 7; i++) {
            barked.add(String.valueOf(bark(bella, "number " + i)));
        }
        Set<String> read = new TreeSet<>();
        String path = "/users/" + bella.username() + "/barks?limit=3";
        int pages = 0;
        while (!path.isEmpty() && pages < 10) {
            MvcTestResult page = ask(HttpMethod.GET, path).exchange();
            json(page).get("barks").forEach(bark -> read.add(bark.get("id").asString()));
            JsonNode next = json(page).get("next");
            String link = page.getResponse().getHeader("Link");
            assertThat(link == null ? "" : link)
                    .isEqualTo(next.isNull() ? "" : "<" + next.asString() + ">; rel=\"next\"");
            path = next.isNull()
                    ? ""
                    : next.asString().substring(next.asString().indexOf("/users"));
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(read).isEqualTo(barked);
    }

    @Test
    void aSearchIsReadPageByPageThroughTheAddressOfTheNext() {
        String word = "kong" + rex.username().replace("-", "");
        List<Long> barked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            barked.addFirst(bark(bella, "Found my " + word + " & ball " + i));
        }
        bark(bella, "Lost my " + word);

        List<Long> found = new ArrayList<>();
        String path = "/search?q={q}&limit=2";
        String query = word + " -lost ball";
        MvcTestResult first = api.get()
                .uri("/api/v1" + path, query)
                .header("Authorization", "Bearer " + token)
                .exchange();
        JsonNode page = json(first);
        page.get("barks").forEach(bark -> found.add(bark.get("id").asLong()));
        while (!page.get("next").isNull()) {
            MvcTestResult next = api.get()
                    .uri(URI.create(page.get("next").asString()))
                    .header("Authorization", "Bearer " + token)
                    .exchange();
            page = json(next);
            page.get("barks").forEach(bark -> found.add(bark.get("id").asLong()));
        }

        assertThat(found).isEqualTo(barked);
        assertThat(first.getResponse().getHeader("Link")).endsWith("; rel=\"next\"");
    }

    @Test
    void aSearchFindsPeopleAndRefusesWhatItDoesNotUnderstand() {
        JsonNode found =
                json(ask(HttpMethod.GET, "/search?q=" + bella.username()).exchange());
        assertThat(found.get("people")).hasSize(1);
        assertThat(found.get("people").get(0).get("username").asString()).isEqualTo(bella.username());

        MvcTestResult refused =
                ask(HttpMethod.GET, "/search?q=before:yesterday").exchange();
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).get("field").asString()).isEqualTo("q");
        assertThat(ask(HttpMethod.GET, "/search?q=" + "a".repeat(201))).hasStatus(422);
        assertThat(ask(HttpMethod.GET, "/search")).hasStatus(400);
        assertThat(json(ask(HttpMethod.GET, "/search?q=").exchange()).get("barks"))
                .isEmpty();
    }

    @Test
    void theSameKeyPostsOnceAndAnswersTheSame() {
        String key = UUID.randomUUID().toString();
        MvcTestResult first = post("/barks", "{\"text\":\"once\"}")
                .header("Idempotency-Key", key)
                .exchange();
        MvcTestResult again = post("/barks", "{\"text\":\"once\"}")
                .header("Idempotency-Key", key)
                .exchange();

        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(again.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(barksOfRex()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithSomethingElseIsRefused() {
        String key = UUID.randomUUID().toString();
        assertThat(post("/barks", "{\"text\":\"once\"}").header("Idempotency-Key", key))
                .hasStatus(201);

        assertThat(post("/barks", "{\"text\":\"twice\"}").header("Idempotency-Key", key))
                .hasStatus(422);

        assertThat(barksOfRex()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToOnePerson() {
        String key = UUID.randomUUID().toString();
        assertThat(post("/barks", "{\"text\":\"once\"}").header("Idempotency-Key", key))
                .hasStatus(201);

        assertThat(ask(HttpMethod.POST, "/barks", tokenOfBella)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"something else\"}")
                        .header("Idempotency-Key", key))
                .hasStatus(201);
    }

    @Test
    void whatWasRefusedMayBeTriedAgainUnderItsKey() {
        String key = UUID.randomUUID().toString();
        assertThat(post("/barks", "{\"text\":\"hi\",\"inReplyTo\":\"999999999\"}")
                        .header("Idempotency-Key", key))
                .hasStatus(404);

        assertThat(post("/barks", "{\"text\":\"hi\"}").header("Idempotency-Key", key))
                .hasStatus(201);
    }

    @Test
    void ofManyAtTheSameMomentOnePosts() {
        String key = UUID.randomUUID().toString();

        List<Integer> answers = AtOnce.run(
                8,
                number -> post("/barks", "{\"text\":\"race\"}")
                        .header("Idempotency-Key", key)
                        .exchange()
                        .getResponse()
                        .getStatus());

        assertThat(answers).isSubsetOf(201, 409).contains(201);
        assertThat(barksOfRex()).isEqualTo(1);
    }

    @Test
    void whatWasBegunBeforeACrashIsFinishedOnce() {
        String key = UUID.randomUUID().toString();
        MvcTestResult first = post("/barks", "{\"text\":\"crash\"}")
                .header("Idempotency-Key", key)
                .exchange();
        // As if the server had died between the bark and its answer, more than a minute ago.
        jdbc.sql(
                        "update idempotency_keys set status = null, location = null, body = null, created_at = created_at - interval '2' minute"
                                + " where request_key = ?")
                .param(key)
                .update();

        MvcTestResult again = post("/barks", "{\"text\":\"crash\"}")
                .header("Idempotency-Key", key)
                .exchange();

        assertThat(again).hasStatus(201);
        assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
        assertThat(barksOfRex()).isEqualTo(1);
    }

    @Test
    void anAccessTokenIsExchangedForATokenAndWorks() {
        MvcTestResult issued = post("/jwt", "{\"scope\":\"read\"}").exchange();

        assertThat(issued).hasStatusOk();
        assertThat(issued).headers().hasValue("Cache-Control", "no-store");
        String jwt = json(issued).get("access_token").asString();
        assertThat(json(ask(HttpMethod.GET, "/whoami", jwt).exchange())
                        .get("credential")
                        .get("kind")
                        .asString())
                .isEqualTo("jwt");
        assertThat(ask(HttpMethod.PUT, "/users/" + bella.username() + "/follow", jwt))
                .hasStatus(403);
        assertThat(ask(HttpMethod.POST, "/jwt", jwt)).hasStatus(403);
        assertThat(post("/jwt", "{\"scope\":\"admin\"}")).hasStatus(422);

        tokens.revoke(rexIn, tokens.of(rexIn).getFirst().id());
        assertThat(ask(HttpMethod.GET, "/whoami", jwt)).hasStatus(401);
    }

    @Test
    void theKeysArePublishedForEverybody() {
        MvcTestResult keys = api.get().uri("/.well-known/jwks.json").exchange();

        assertThat(keys).hasStatusOk();
        assertThat(json(keys).get("keys").get(0).get("crv").asString()).isEqualTo("P-256");
        assertThat(json(keys).get("keys").get(0).has("d")).isFalse();
    }

    private long barksOfRex() {
        return jdbc.sql("select count(*) from barks where author_id = ?")
                .param(rex.id())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static JsonNode json(MvcTestResult result) {
        return JsonMapper.shared().readTree(body(result));
    }
}
