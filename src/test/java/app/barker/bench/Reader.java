package app.barker.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody with a session of their own, who speaks what the browser speaks. */
final class Reader {

    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Server server;
    private final HttpClient http;
    private final String cookie;

    private Reader(Server server, HttpClient http, String cookie) {
        this.server = server;
        this.http = http;
        this.cookie = cookie;
    }

    static Reader logIn(Server server, HttpClient http, String name) throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(logInRequest(server, name, Kennel.PASSWORD), BodyHandlers.discarding());
        if (whereTo(answer).contains("/login")) {
            throw new IOException("The log-in of " + name + " was refused: " + whereTo(answer));
        }
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("JSESSIONID="))
                .map(header -> new Reader(server, http, header.split(";", 2)[0]))
                .findFirst()
                .orElseThrow(() -> new IOException("The log-in gave no session"));
    }

    static HttpRequest logInRequest(Server server, String name, String password) {
        String form = "username=" + encode(name) + "&password=" + encode(password);
        return HttpRequest.newBuilder(server.uri("/login"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    static String whereTo(HttpResponse<?> redirect) {
        return redirect.headers().firstValue("Location").orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Tab openHome() throws Exception {
        return Tab.open(this);
    }

    void logOut(String token) throws IOException, InterruptedException {
        HttpRequest request = request("/logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token)))
                .build();
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        if (answer.statusCode() != 302) {
            throw new IOException("The log-out answered " + answer.statusCode());
        }
    }

    String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    String post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.request().uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.uri(path)).timeout(PATIENCE).header("Cookie", cookie);
    }

    Server server() {
        return server;
    }

    HttpClient http() {
        return http;
    }

    String cookie() {
        return cookie;
    }
}
