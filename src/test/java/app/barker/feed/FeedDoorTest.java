package app.barker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.signin.OpenSignIns;
import app.barker.signin.SignIns;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a feed reader gets from the running server, with all that stands in front of the door. */
@DatabaseTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FeedDoorTest {

    @LocalServerPort
    int port;

    @Autowired
    Feeds feeds;

    @Autowired
    AccountService accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    @Test
    void neitherTheAddressNorACookieTravelsOn() throws IOException, InterruptedException {
        Viewer rex =
                new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8));
        var made = (Feeds.Result.Made) feeds.make(
                new OpenSignIns(signIns, jdbc).open(rex, OpenSignIns.OFFICE), new NewFeed(NewFeed.Kind.HOME, ""));

        HttpResponse<String> read = get(made.secret());
        HttpResponse<String> wrong = get(made.secret().replaceFirst("^.", "~"));

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).startsWith("<?xml");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body()).isEmpty();
        for (HttpResponse<String> answer : List.of(read, wrong)) {
            assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(answer.headers().allValues("X-Robots-Tag")).containsExactly("noindex, nofollow");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    private HttpResponse<String> get(String secret) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/feeds/" + secret))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
