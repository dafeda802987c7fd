package app.barker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Dogs;
import app.barker.testing.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Barker with one member, Rex, who has barked, and plain HTTP to ask it: what a script, or another site's page, can do
 * without a browser that behaves. One for all tests that only ask; it ends with the JVM.
 */
final class Outside {

    static final String MEMBER = "rex";
    static final String MEMBERS_ONLY = "For members only";
    static final String OTHER_SITE = "https://cats.example";

    static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern UI_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Outside() {}

    static BarkerServer server() {
        return Installation.SERVER;
    }

    static HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(server().at(path)), headers);
    }

    /** Posts a form as a browser does. */
    static HttpResponse<String> post(String path, String form, String... headers) {
        return send(
                HttpRequest.newBuilder(server().at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                headers);
    }

    static HttpResponse<String> postJson(String path, String json, String... headers) {
        return send(
                HttpRequest.newBuilder(server().at(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)),
                headers);
    }

    /** What the log-in form sends. */
    static String credentials(String username, String password) {
        return "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    static String ofTheMember() {
        return credentials(MEMBER, Dogs.PASSWORD);
    }

    /** A log-in of Rex's; returns the cookie of the new session. */
    static String sessionOfTheMember() {
        return cookieFrom(post("/login", ofTheMember()));
    }

    /** The session cookie that a response sets, as a browser sends it back. */
    static String cookieFrom(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    static String locationOf(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    /** Whether a response sends its reader to the log-in page and says nothing else. */
    static boolean leadsToLogIn(HttpResponse<String> response) {
        return response.statusCode() == 302
                && locationOf(response).equals(server().at("/login").toString())
                && response.body().isEmpty();
    }

    /**
     * As Vaadin's client does: opens a page and tells the server where it stands; returns what the server shows there.
     *
     * @param place without the first slash; may carry a query
     */
    static String visit(String place, String cookie) {
        String page = get("/?v-r=init&location=&query=", "Cookie", cookie).body();
        String answer = postJson(
                        "/?v-r=uidl&v-uiId=" + find(UI, page), navigation(place, find(UI_KEY, page)), "Cookie", cookie)
                .body();
        assertThat(answer).as("the server followed").contains("\"syncId\":1");
        return answer;
    }

    /** What Vaadin's client says of the place it stands at. */
    static String navigation(String place, String key) {
        int query = place.indexOf('?');
        return """
                {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1, "event": "ui-navigate",
                 "data": {"route": "%s", "query": "%s", "appShellTitle": "", "historyState": null, "trigger": ""}}]}
                """.formatted(
                key, query < 0 ? place : place.substring(0, query), query < 0 ? "" : place.substring(query + 1));
    }

    /** The one value behind a pattern's group. */
    static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    /** Sends bytes as they are, also those that no HTTP client would; returns whatever comes back until the end. */
    static String sendRaw(String latin1) {
        try (Socket socket = new Socket("localhost", server().port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            try {
                socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException refusedBeforeTheEnd) {
                // It has answered already, or it has not: the reader will see.
                return read(socket);
            }
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Started by the first who asks. */
    private static final class Installation {
        static final BarkerServer SERVER = withOneMember();

        private static BarkerServer withOneMember() {
            BarkerServer server = BarkerServer.start("--barker.session.most=100");
            try (Browsers browsers = Browsers.open();
                    Person rex = browsers.person(server)) {
                rex.signUp(MEMBER).bark(MEMBERS_ONLY + " #inside");
            }
            return server;
        }
    }
}
