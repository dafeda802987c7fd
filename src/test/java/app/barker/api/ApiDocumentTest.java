package app.barker.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.NewBark;
import app.barker.signin.OpenSignIns;
import app.barker.signin.SignIns;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.Pictures;
import app.barker.token.ApiTokens;
import app.barker.token.NewToken;
import app.barker.token.Scope;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What is said of the API, in docs/api.md and in its own description, is true of the running server. */
@DatabaseTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiDocumentTest {

    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private static final int CURL_TIMED_OUT = 28;

    @LocalServerPort
    int port;

    @Autowired
    AccountService accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    SignIns signIns;

    @Autowired
    BarkService barks;

    @Autowired
    JdbcClient jdbc;

    private Viewer rex;
    private Viewer bella;
    private String token;

    @BeforeEach
    void rexHasAToken() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        var rexIn = new OpenSignIns(signIns, jdbc).open(rex, OpenSignIns.OFFICE);
        var made = (ApiTokens.Result.Made) tokens.make(
                rexIn, new NewToken("docs", Scope.OF_EVERYONE, Instant.now().plus(Duration.ofDays(1))));
        token = made.secret();
    }

    @Test
    void everyLineOfTheWalkWorksAsItStands() throws IOException, InterruptedException {
        List<String> lines = SHELL.matcher(Files.readString(Path.of("docs/api.md")))
                .results()
                .map(block -> block.group(1).strip())
                .toList();
        assertThat(lines).hasSize(7);
        // As anywhere else: somebody has barked before.
        barks.post(bella, NewBark.saying(new BarkText("first"), UUID.randomUUID()));

        assertThat(run(lines.get(0))).contains(rex.username());
        String posted = run(lines.get(1));
        assertThat(posted).contains("Woof from a program");
        assertThat(run(lines.get(1))).isEqualTo(posted);
        assertThat(run(lines.get(2))).contains("\"alt\":\"Grass\"", "\"width\":2");
        assertThat(run(lines.get(3))).contains("Woof from a program", "\"next\"");
        assertThat(run(lines.get(4))).contains("\"next\"");
        assertThat(run(lines.get(5))).contains("event:bark", "Woof from a program");
        assertThat(run(lines.get(6))).contains("access_token");
    }

    @Test
    void whatIsAnsweredIsWhatTheDescriptionSays() throws IOException, InterruptedException {
        String description = send("GET", "/openapi.json", "").body();
        OpenApiInteractionValidator validator = OpenApiInteractionValidator.createForInlineApiSpecification(description)
                .build();
        long parent = barks.post(bella, NewBark.saying(new BarkText("hello"), UUID.randomUUID()));
        String reply = "{\"text\":\"hi\",\"inReplyTo\":\"" + parent + "\"}";

        assertValid(validator, "GET", "/whoami", "");
        assertValid(validator, "POST", "/barks", reply);
        assertValid(validator, "GET", "/timelines/home", "");
        assertValid(validator, "GET", "/timelines/everyone", "");
        assertValid(validator, "GET", "/barks/" + parent, "");
        assertValid(validator, "GET", "/barks/" + parent + "/thread", "");
        for (String mark : List.of("like", "rebark", "bookmark")) {
            assertValid(validator, "PUT", "/barks/" + parent + "/" + mark, "");
            assertValid(validator, "DELETE", "/barks/" + parent + "/" + mark, "");
        }
        assertValid(validator, "GET", "/search?q=hello", "");
        assertValid(validator, "GET", "/users/" + bella.username(), "");
        assertValid(validator, "GET", "/users/" + bella.username() + "/barks", "");
        assertValid(validator, "PUT", "/users/" + bella.username() + "/follow", "");
        assertValid(validator, "DELETE", "/users/" + bella.username() + "/follow", "");
        barks.post(bella, NewBark.saying(new BarkText("Hello @" + rex.username()), UUID.randomUUID()));
        assertValid(validator, "GET", "/notifications", "");
        assertValid(validator, "POST", "/notifications/read", "{\"upTo\":\"1\"}");
        assertValid(validator, "POST", "/jwt", "{\"scope\":\"read\"}");
        String picture =
                JsonMapper.shared().readTree(sendPicture(validator)).get("id").asString();
        assertValid(validator, "POST", "/barks", "{\"mediaIds\":[\"" + picture + "\"]}");
    }

    private String sendPicture(OpenApiInteractionValidator validator) throws IOException, InterruptedException {
        byte[] file = Pictures.file(Pictures.quarters(30, 20), "png");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(here() + "/api/v1/media"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "image/png")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            ValidationReport report = validator.validateResponse(
                    "/api/v1/media",
                    Request.Method.POST,
                    SimpleResponse.Builder.status(answer.statusCode())
                            .withContentType("application/json")
                            .withBody(answer.body())
                            .build());
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(report.getMessages()).isEmpty();
            return answer.body();
        }
    }

    @Test
    void theValidatorOfThisTestFindsWhatIsNotSo() throws IOException, InterruptedException {
        OpenApiInteractionValidator validator = OpenApiInteractionValidator.createForInlineApiSpecification(
                        send("GET", "/openapi.json", "").body())
                .build();

        ValidationReport report = validator.validateResponse(
                "/api/v1/whoami",
                Request.Method.GET,
                SimpleResponse.Builder.ok()
                        .withContentType("application/json")
                        .withBody("{\"username\":5}")
                        .build());

        assertThat(report.hasErrors()).isTrue();
    }

    @Test
    void whatIsNotThereIsRefusedAsEverythingElse() throws IOException, InterruptedException {
        assertProblem(404, send("GET", "/nothing", ""));
        assertProblem(405, send("PUT", "/barks", "{}"));
        assertProblem(400, send("POST", "/barks", "{"));
    }

    private static void assertProblem(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status);
    }

    private void assertValid(OpenApiInteractionValidator validator, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body);
        URI asked = URI.create("/api/v1" + path);
        var request = new SimpleRequest.Builder(method, asked.getPath()).withHeader("Authorization", "Bearer x");
        Optional.ofNullable(asked.getQuery())
                .ifPresent(query -> request.withQueryParam(query.split("=", 2)[0], query.split("=", 2)[1]));
        if (!body.isEmpty()) {
            request.withContentType("application/json").withBody(body);
        }
        var response = SimpleResponse.Builder.status(answer.statusCode()).withBody(answer.body());
        answer.headers().firstValue("Content-Type").ifPresent(response::withContentType);
        ValidationReport report = validator.validate(request.build(), response.build());

        assertThat(answer.statusCode()).as(method + " " + path).isBetween(200, 204);
        assertThat(report.getMessages()).as(method + " " + path).isEmpty();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(here() + "/api/v1" + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String run(String line) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true);
        shell.environment().put("BARKER", here());
        shell.environment().put("BARKER_TOKEN", token);
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(line + "\n" + output)
                .isIn(0, line.contains("--max-time") ? CURL_TIMED_OUT : 0);
        return output;
    }

    private String here() {
        return "http://127.0.0.1:" + port;
    }
}
