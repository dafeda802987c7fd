package app.barker.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Pictures;
import app.barker.token.Scope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MediaApiTest extends ApiTest {

    private static final MediaType PROBLEM = MediaType.APPLICATION_PROBLEM_JSON;

    private static final byte[] PHOTO = Pictures.file(Pictures.quarters(300, 200), "jpeg");

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @Test
    void aPictureIsSentThenShownThenSeen() {
        MvcTestResult sent = upload(token, "?alt=A%20ball", MediaType.IMAGE_JPEG, PHOTO);
        assertThat(sent).hasStatus(201).hasContentType(MediaType.APPLICATION_JSON);
        JsonNode picture = json(sent);
        assertThat(picture.get("alt").asString()).isEqualTo("A ball");
        assertThat(picture.get("width").asInt()).isEqualTo(300);
        assertThat(picture.get("height").asInt()).isEqualTo(200);
        assertThat(sent.getResponse().getHeader("Location"))
                .isEqualTo(picture.get("url").asString());
        String silent = json(upload(token, "", MediaType.APPLICATION_OCTET_STREAM, PHOTO))
                .get("id")
                .asString();

        JsonNode bark = json(post(
                        "/barks",
                        "{\"text\":\"Look\",\"mediaIds\":[\"" + silent + "\",\""
                                + picture.get("id").asString() + "\"]}")
                .exchange());

        assertThat(bark.get("media")).hasSize(2);
        assertThat(bark.get("media").get(0).get("alt").isNull()).isTrue();
        assertThat(bark.get("media").get(1)).isEqualTo(picture);
        JsonNode read = json(ask(HttpMethod.GET, "/barks/" + bark.get("id").asString(), tokenOfBella)
                .exchange());
        assertThat(read.get("media")).isEqualTo(bark.get("media"));
        MvcTestResult seen = fetch(picture, tokenOfBella);
        assertThat(seen).hasStatusOk().hasContentType(MediaType.IMAGE_JPEG);
        assertThat(Pictures.open(seen.getResponse().getContentAsByteArray()).getWidth())
                .isEqualTo(300);
        assertThat(seen).headers().hasValue("X-Content-Type-Options", "nosniff");
        assertThat(Objects.requireNonNull(seen.getResponse().getHeader("Cache-Control")))
                .contains("private", "no-cache");
    }

    @Test
    void theAddressOpensByATokenThatMayReadAndOnlyToWhoMayReadTheBark() {
        JsonNode picture = json(upload(token, "", MediaType.IMAGE_JPEG, PHOTO));
        assertThat(fetch(picture, token)).hasStatusOk();
        assertThat(fetch(picture, tokenOfBella)).hasStatus(404);
        assertThat(fetch(picture, tokenOf(rexIn, Set.of(Scope.WRITE)))).hasStatus(403);
        assertThat(fetch(picture, "brk_wrong")).hasStatus(401);

        String id = show(picture);
        assertThat(fetch(picture, tokenOfBella)).hasStatusOk();

        blocks.block(rex, bella.username());
        assertThat(fetch(picture, tokenOfBella)).hasStatus(404);
        blocks.unblock(rex, bella.username());
        assertThat(fetch(picture, tokenOfBella)).hasStatusOk();
        assertThat(ask(HttpMethod.DELETE, "/barks/" + id)).hasStatus(204);
        assertThat(fetch(picture, tokenOfBella)).hasStatus(404);
        assertThat(fetch(picture, token)).hasStatus(404);
    }

    @Test
    void writingIsAskedForAndWhoIsNobodyGetsNowhere() {
        assertThat(upload(tokenOf(rexIn, Set.of(Scope.READ)), "", MediaType.IMAGE_JPEG, PHOTO))
                .hasStatus(403)
                .hasContentType(PROBLEM);
        assertThat(upload("brk_wrong", "", MediaType.IMAGE_JPEG, PHOTO))
                .hasStatus(401)
                .hasContentType(PROBLEM);
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 415",
        "text/html, 415",
        "image/svg+xml, 415",
        "multipart/form-data, 415",
        "image/png, 201",
        "image/gif, 201"
    })
    void whatTheFileIsCalledIsHardlyLookedAt(String type, int status) {
        assertThat(upload(token, "", MediaType.parseMediaType(type), PHOTO)).hasStatus(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<?xml version='1.0'?><svg/>",
                "<html></html>",
                "PK\u0003\u0004"
            })
    void whatIsNoPictureIsRefusedWhateverItIsCalled(String content) {
        MvcTestResult refused = upload(token, "", MediaType.IMAGE_PNG, content.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused).hasStatus(415).hasContentType(PROBLEM);
        assertThat(json(refused).get("detail").asString())
                .isEqualTo("This is not a PNG, JPEG or GIF picture. Choose another one.");
        assertThat(stored()).isZero();
    }

    @Test
    void bombsAndHalvesAreRefused() {
        byte[] bomb = Pictures.pngThatDeclares(60_000, 60_000);
        byte[] aMegapixelTooMany = Pictures.pngThatDeclares(8_200, 5_000);
        byte[] half = Pictures.part(PHOTO, 0, PHOTO.length / 2);

        for (byte[] tooMany : new byte[][] {bomb, aMegapixelTooMany}) {
            MvcTestResult refused = upload(token, "", MediaType.IMAGE_PNG, tooMany);
            assertThat(refused).hasStatus(422).hasContentType(PROBLEM);
            assertThat(json(refused).get("detail").asString()).contains("too many pixels");
        }
        assertThat(upload(token, "", MediaType.IMAGE_JPEG, half)).hasStatus(422).hasContentType(PROBLEM);
        assertThat(stored()).isZero();
    }

    @Test
    void tenMegabytesAreTakenAndNotAByteMore() {
        assertThat(upload(token, "", MediaType.IMAGE_JPEG, Arrays.copyOf(PHOTO, TEN_MEGABYTES)))
                .hasStatus(201);

        MvcTestResult announced = upload(token, "", MediaType.IMAGE_JPEG, Arrays.copyOf(PHOTO, TEN_MEGABYTES + 1));
        MvcTestResult unannounced = ask(HttpMethod.POST, "/media")
                .contentType(MediaType.IMAGE_JPEG)
                .header("Transfer-Encoding", "chunked")
                .with(request -> {
                    request.setContent(Arrays.copyOf(PHOTO, TEN_MEGABYTES + 1));
                    return request;
                })
                .exchange();

        assertThat(announced).hasStatus(413).hasContentType(PROBLEM);
        assertThat(unannounced).hasStatus(413).hasContentType(PROBLEM);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void elsewhereABodyStaysSmall() {
        assertThat(post("/barks", "{\"text\":\"" + "a".repeat(70_000) + "\"}")).hasStatus(413);
        assertThat(ask(HttpMethod.POST, "/media/1")
                        .contentType(MediaType.IMAGE_JPEG)
                        .content(new byte[70_000]))
                .hasStatus(413);
    }

    @Test
    void aDescriptionThatIsNoneIsRefused() {
        MvcTestResult refused = upload(token, "?alt=" + "a".repeat(1_001), MediaType.IMAGE_JPEG, PHOTO);

        assertThat(refused).hasStatus(422);
        assertThat(json(refused).get("field").asString()).isEqualTo("alt");
        assertThat(upload(token, "?alt=%00", MediaType.IMAGE_JPEG, PHOTO)
                        .getResponse()
                        .getStatus())
                .isBetween(400, 499);
        assertThat(stored()).isZero();
    }

    @Test
    void aBarkShowsNothingThatIsNotThere() {
        String ofBella = json(upload(tokenOfBella, "", MediaType.IMAGE_JPEG, PHOTO))
                .get("id")
                .asString();
        JsonNode used = json(upload(token, "", MediaType.IMAGE_JPEG, PHOTO));
        show(used);

        for (String wrong : new String[] {
            "[\"" + ofBella + "\"]",
            "[\"" + used.get("id").asString() + "\"]",
            "[\"999999999999\"]",
            "[\"x\"]",
            "[\"-1\"]",
            "[null]",
            "[\"1\",\"2\",\"3\",\"4\",\"5\"]"
        }) {
            MvcTestResult refused = post("/barks", "{\"text\":\"hi\",\"mediaIds\":" + wrong + "}")
                    .exchange();
            assertThat(refused).hasStatus(422).hasContentType(PROBLEM);
            assertThat(json(refused).get("field").asString()).isEqualTo("mediaIds");
        }
        assertThat(post("/barks", "{\"text\":\"hi\",\"mediaIds\":\"1\"}")).hasStatus(400);
        assertThat(post("/barks", "{\"text\":\"hi\",\"mediaIds\":[1]}")).hasStatus(400);
        assertThat(jdbc.sql("select count(*) from barks where author_id = ?")
                        .param(rex.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void picturesCanSpeakForThemselvesAndNothingCannot() {
        String id =
                json(upload(token, "", MediaType.IMAGE_JPEG, PHOTO)).get("id").asString();

        MvcTestResult shown =
                post("/barks", "{\"text\":\" \",\"mediaIds\":[\"" + id + "\"]}").exchange();

        assertThat(shown).hasStatus(201);
        assertThat(json(shown).get("text").asString()).isEmpty();
        assertThat(json(shown).get("media")).hasSize(1);
        for (String nothing : new String[] {"{}", "{\"mediaIds\":[]}", "{\"text\":\"\",\"mediaIds\":null}"}) {
            MvcTestResult refused = post("/barks", nothing).exchange();
            assertThat(refused).hasStatus(422);
            assertThat(json(refused).get("field").asString()).isEqualTo("text");
        }
        assertThat(ask(HttpMethod.PATCH, "/barks/" + json(shown).get("id").asString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"\"}"))
                .hasStatus(422);
    }

    @Test
    void theSameFileUnderTheSameKeyIsKeptOnce() {
        String key = UUID.randomUUID().toString();
        byte[] another = Pictures.file(Pictures.quarters(200, 300), "jpeg");

        MvcTestResult first = upload(token, "", PHOTO, key);
        MvcTestResult again = upload(token, "", PHOTO, key);

        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(again.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(upload(token, "", another, key)).hasStatus(422).hasContentType(PROBLEM);
        assertThat(upload(token, "?alt=other", PHOTO, key)).hasStatus(422).hasContentType(PROBLEM);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedMayBeSentAnewUnderItsKey() {
        String key = UUID.randomUUID().toString();
        assertThat(upload(token, "", new byte[] {1}, key)).hasStatus(415);

        assertThat(upload(token, "", PHOTO, key)).hasStatus(201);
    }

    @Test
    void aBarkWithoutPicturesSaysSo() {
        JsonNode bark = json(post("/barks", "{\"text\":\"hi\"}").exchange());

        assertThat(bark.get("media").isArray()).isTrue();
        assertThat(bark.get("media")).isEmpty();
    }

    private String show(JsonNode picture) {
        return json(post(
                                "/barks",
                                "{\"text\":\"Look\",\"mediaIds\":[\""
                                        + picture.get("id").asString() + "\"]}")
                        .exchange())
                .get("id")
                .asString();
    }

    private MvcTestResult upload(String bearer, String query, MediaType type, byte[] file) {
        return api.post()
                .uri(URI.create("/api/v1/media" + query))
                .header("Authorization", "Bearer " + bearer)
                .contentType(type)
                .content(file)
                .exchange();
    }

    private MvcTestResult upload(String bearer, String query, byte[] file, String key) {
        return api.post()
                .uri(URI.create("/api/v1/media" + query))
                .header("Authorization", "Bearer " + bearer)
                .header("Idempotency-Key", key)
                .contentType(MediaType.IMAGE_JPEG)
                .content(file)
                .exchange();
    }

    private MvcTestResult fetch(JsonNode picture, String bearer) {
        String url = picture.get("url").asString();
        return api.get()
                .uri(url.substring(url.indexOf("/media/")))
                .header("Authorization", "Bearer " + bearer)
                .exchange();
    }

    private long stored() {
        return jdbc.sql("select count(*) from media where account_id = ?")
                .param(rex.id())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static JsonNode json(MvcTestResult result) {
        return JsonMapper.shared()
                .readTree(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
