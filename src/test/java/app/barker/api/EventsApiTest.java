package app.barker.api;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over a real connection: a stream has to be read while it is written. */
@DatabaseTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EventsApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    BlockService blocks;

    @Autowired
    EventStreams streams;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Viewer rex;
    private Viewer bella;
    private SignedIn rexIn;
    private String token;

    @BeforeEach
    void rexHasAToken() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        rexIn = new OpenSignIns(signIns, jdbc).open(rex, OpenSignIns.OFFICE);
        var made = (ApiTokens.Result.Made) tokens.make(
                rexIn,
                new NewToken("listener", EnumSet.of(Scope.READ), Instant.now().plus(Duration.ofDays(1))));
        token = made.secret();
    }

    @AfterEach
    void everybodyHangsUp() {
        http.shutdownNow();
        waitUntil(() -> {
            streams.endWhatIsOver();
            return true;
        });
    }

    @Test
    void aNewBarkComesWithItsIdAndOnlyToWhoMaySeeIt() {
        Listening listening = listen(Optional.empty());
        waitUntil(() -> listening.opened());

        long seen = bark(bella, "for everyone");
        waitUntil(() -> listening.heard("for everyone"));
        assertThat(listening.lines()).contains("id:" + seen, "event:bark");

        blocks.block(bella, rex.username());
        bark(bella, "behind the block");
        bark(rex, "from rex himself");
        waitUntil(() -> listening.heard("from rex himself"));
        assertThat(listening.heard("behind the block")).isFalse();
    }

    @Test
    void whoComesBackGetsWhatHasComeSince() {
        long before = bark(bella, "number one");
        bark(bella, "number two");
        bark(bella, "number three");

        Listening listening = listen(Optional.of(before));

        waitUntil(() -> listening.heard("number three"));
        assertThat(listening.heard("number two")).isTrue();
        assertThat(listening.heard("number one")).isFalse();
    }

    @Test
    void itEndsWithItsToken() {
        Listening listening = listen(Optional.empty());
        waitUntil(() -> listening.opened());

        tokens.revoke(rexIn, tokens.of(rexIn).getFirst().id());

        waitUntil(() -> listening.ended());
        bark(bella, "too late");
        assertThat(listening.heard("too late")).isFalse();
    }

    @Test
    void nobodyHasMoreThanOneMayHave() {
        List<Listening> five =
                Stream.generate(() -> listen(Optional.empty())).limit(5).toList();
        five.forEach(each -> waitUntil(each::opened));

        assertThat(ask(Optional.empty()).join().statusCode()).isEqualTo(429);
    }

    private Listening listen(Optional<Long> lastId) {
        return new Listening(ask(lastId));
    }

    private CompletableFuture<HttpResponse<Stream<String>>> ask(Optional<Long> lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events"))
                .header("Authorization", "Bearer " + token);
        lastId.ifPresent(id -> request.header("Last-Event-ID", String.valueOf(id)));
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines());
    }

    private long bark(Viewer author, String text) {
        return barks.post(author, NewBark.saying(new BarkText(text), UUID.randomUUID()));
    }

    private static void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not").isLessThan(end);
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Reads as it comes. */
    private static final class Listening {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> read;

        Listening(CompletableFuture<HttpResponse<Stream<String>>> response) {
            read = response.thenAcceptAsync(answer -> {
                assertThat(answer.statusCode()).isEqualTo(200);
                lines.add("opened");
                try (Stream<String> body = answer.body()) {
                    body.forEach(lines::add);
                } catch (UncheckedIOException hungUp) {
                    lines.add("hung up");
                }
            });
        }

        boolean opened() {
            return lines.contains("opened");
        }

        boolean ended() {
            return read.isDone();
        }

        boolean heard(String text) {
            return lines.stream().anyMatch(line -> line.contains(text));
        }

        List<String> lines() {
            return lines;
        }
    }
}
