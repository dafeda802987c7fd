package app.barker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.signin.OpenSignIns;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityHistory;
import app.barker.signin.SignedIn;
import app.barker.testing.Dogs;
import app.barker.token.ApiTokens;
import app.barker.token.NewToken;
import app.barker.token.Scope;
import app.barker.token.TokenProblem;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Programs that ban in the name of an administrator. */
class ModerationApiTest extends ApiTest {

    @Autowired
    SecurityHistory history;

    private Viewer boss;
    private SignedIn bossIn;
    private String moderating;

    @BeforeEach
    void bossIsAnAdministrator() {
        Viewer signedUp =
                new Dogs(accounts).signUp("boss-" + UUID.randomUUID().toString().substring(0, 8));
        setRole(signedUp, Role.ADMIN);
        boss = new Viewer(signedUp.id(), signedUp.username(), Role.ADMIN);
        bossIn = open.open(boss, OpenSignIns.OFFICE);
        moderating = tokenOf(bossIn, Set.of(Scope.MODERATE));
    }

    @Test
    void banningKeepsAPersonOutAndLettingInUndoesIt() {
        MvcTestResult banned = ban(moderating, rex.username(), "{\"reason\":\"Chewed the router\"}");

        assertThat(banned)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.banReason")
                .isEqualTo("Chewed the router");
        assertThat(banned).bodyJson().extractingPath("$.bannedAt").isNotNull();
        assertThat(ask(HttpMethod.GET, "/whoami")).as("the token of the banned").hasStatus(401);
        assertThat(history.of(rex, Long.MAX_VALUE))
                .anySatisfy(event -> assertThat(event.kind()).isEqualTo(SecurityEventKind.BANNED));
        assertThat(history.of(boss, Long.MAX_VALUE))
                .anySatisfy(event -> assertThat(event.kind()).isEqualTo(SecurityEventKind.BANNED));
        assertThat(ban(moderating, rex.username(), "{}")).as("twice").hasStatusOk();

        MvcTestResult unbanned =
                ask(HttpMethod.DELETE, banOf(rex.username()), moderating).exchange();

        assertThat(unbanned)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.bannedAt")
                .isNull();
        assertThat(accounts.findActive(rex.id())).isPresent();
    }

    @Test
    void peopleAreFoundByTheBeginningOfTheirName() {
        ban(moderating, bella.username(), "{}");

        assertThat(ask(HttpMethod.GET, "/moderation/users?name=" + bella.username(), moderating))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].username")
                .asArray()
                .containsExactly(bella.username());
        assertThat(ask(HttpMethod.GET, "/moderation/users?name=%25", moderating))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, /moderation/users", "PUT, /moderation/users/rex/ban", "DELETE, /moderation/users/rex/ban"})
    void nothingOfItWithoutTheScope(String method, String path) {
        String everythingElse = tokenOf(bossIn, Scope.OF_EVERYONE);

        for (String bearer : new String[] {everythingElse, token}) {
            assertThat(ask(HttpMethod.valueOf(method), path, bearer)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}"))
                    .hasStatus(403)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        assertThat(ask(HttpMethod.valueOf(method), path, "brk_wrong")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(401);
    }

    @Test
    void nobodyElseGivesTheScopeAway() {
        ApiTokens.Result refused = tokens.make(
                open.open(bella, OpenSignIns.OFFICE),
                new NewToken("bot", EnumSet.allOf(Scope.class), Instant.now().plus(Duration.ofDays(1))));

        assertThat(refused)
                .asInstanceOf(type(ApiTokens.Result.Refused.class))
                .extracting(ApiTokens.Result.Refused::problem)
                .isEqualTo(TokenProblem.NOT_AN_ADMINISTRATOR);
    }

    @Test
    void theScopeGoesWithTheRole() {
        String jwt = jwtFor(moderating);
        assertThat(ask(HttpMethod.GET, "/moderation/users", jwt)).hasStatusOk();

        setRole(boss, Role.USER);

        assertThat(ban(moderating, rex.username(), "{}")).hasStatus(403);
        assertThat(ban(jwt, rex.username(), "{}")).as("signed a moment before").hasStatus(403);
        assertThat(ask(HttpMethod.GET, "/moderation/users", jwt)).hasStatus(403);
        assertThat(ask(HttpMethod.GET, "/whoami", moderating))
                .bodyJson()
                .extractingPath("$.credential.scopes")
                .asArray()
                .isEmpty();
        assertThat(accounts.findActive(rex.id())).isPresent();
    }

    @Test
    void aRevokedTokenBansNobody() {
        String jwt = jwtFor(moderating);
        tokens.revoke(bossIn, tokens.of(bossIn).getFirst().id());

        assertThat(ban(moderating, rex.username(), "{}")).hasStatus(401);
        assertThat(ban(jwt, rex.username(), "{}")).as("signed before").hasStatus(401);
        assertThat(accounts.findActive(rex.id())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-at-all", "rex_", "a"})
    void whoIsNotThereIsNotFound(String name) {
        assertThat(ban(moderating, name, "{}")).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"reason\":1}", "{\"reason\":\"x\",\"until\":\"tomorrow\"}"})
    void aBodyThatIsNoneIsRefused(String body) {
        assertThat(ban(moderating, rex.username(), body))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(accounts.findActive(rex.id())).isPresent();
    }

    private MvcTestResult ban(String bearer, String username, String body) {
        return ask(HttpMethod.PUT, banOf(username), bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String banOf(String username) {
        return "/moderation/users/" + username + "/ban";
    }

    private String jwtFor(String bearer) {
        MvcTestResult issued = ask(HttpMethod.POST, "/jwt", bearer).exchange();
        assertThat(issued).hasStatusOk();
        return JsonPath.read(body(issued), "$.access_token");
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void setRole(Viewer person, Role role) {
        jdbc.sql("update users set role = ? where id = ?")
                .params(role.name(), person.id())
                .update();
    }
}
