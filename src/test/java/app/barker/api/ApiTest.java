package app.barker.api;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.NewBark;
import app.barker.follow.BlockService;
import app.barker.signin.OpenSignIns;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.token.ApiTokens;
import app.barker.token.NewToken;
import app.barker.token.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Programs of Rex and of Bella that ask the API, each with a token. */
@DatabaseTest
@AutoConfigureMockMvc
abstract class ApiTest {

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected AccountService accounts;

    @Autowired
    protected ApiTokens tokens;

    @Autowired
    protected BarkService barks;

    @Autowired
    protected BlockService blocks;

    @Autowired
    protected SignIns signIns;

    @Autowired
    protected JdbcClient jdbc;

    protected MockMvcTester api;
    protected OpenSignIns open;
    protected Viewer rex;
    protected Viewer bella;
    protected SignedIn rexIn;
    protected String token;
    protected String tokenOfBella;

    @BeforeEach
    void bothHaveTokens() {
        api = MockMvcTester.create(mvc);
        open = new OpenSignIns(signIns, jdbc);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        rexIn = open.open(rex, OpenSignIns.OFFICE);
        token = tokenOf(rexIn, Scope.OF_EVERYONE);
        tokenOfBella = tokenOf(open.open(bella, OpenSignIns.PHONE), Scope.OF_EVERYONE);
    }

    protected String tokenOf(SignedIn owner, Set<Scope> scopes) {
        return ((ApiTokens.Result.Made) tokens.make(
                        owner, new NewToken("test", scopes, Instant.now().plus(Duration.ofDays(1)))))
                .secret();
    }

    /** As a program of Rex. */
    protected MockMvcRequestBuilder ask(HttpMethod method, String path) {
        return ask(method, path, token);
    }

    protected MockMvcRequestBuilder ask(HttpMethod method, String path, String bearer) {
        return api.method(method).uri("/api/v1" + path).header("Authorization", "Bearer " + bearer);
    }

    protected MockMvcRequestBuilder post(String path, String json) {
        return ask(HttpMethod.POST, path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
    }

    protected long bark(Viewer author, String text) {
        return barks.post(author, NewBark.saying(new BarkText(text), UUID.randomUUID()));
    }
}
