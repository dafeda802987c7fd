package app.barker.browser;

import static app.barker.browser.Outside.sendRaw;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input of any kind gets an answer that puts the blame where it lies: no 500, no stack trace. */
class GarbageIT {

    private static final String HUGE = "a".repeat(3_000_000);

    @ParameterizedTest
    @MethodSource({"addresses", "headers", "methods", "internals", "forms"})
    void garbageIsTheCallersFault(String request) {
        String answer = sendRaw(request);

        assertThat(answer.lines().findFirst().orElse("nothing"))
                .as(request.substring(0, Math.min(200, request.length())))
                .matches("HTTP/1\\.1 [234]\\d\\d ?");
        assertThat(answer).doesNotContain("Exception", "\tat ", "java.", "org.springframework");
    }

    static Stream<Named<String>> addresses() {
        return Stream.of(
                        "/%zz",
                        "/%",
                        "/%00",
                        "/\0",
                        "/\u00ff",
                        "/%ff%fe",
                        "/%c0%af",
                        "/?%zz=%c3%28",
                        "/login?error=%zz",
                        "/signup?%ff=%fe",
                        "/..%2f..%2fetc/passwd",
                        "/../../etc/passwd",
                        "/styles.css/../../application.yaml",
                        "/;a=b",
                        "//login",
                        "/login\\",
                        "/[]{}|",
                        "*",
                        "http://cats.example/",
                        "/" + "a".repeat(7_000))
                .map(address -> request("GET " + address, "", ""));
    }

    static Stream<Named<String>> headers() {
        return Stream.of(
                        "X: " + "a".repeat(8_192),
                        "Cookie: JSESSIONID=" + "a".repeat(4_000),
                        "Cookie: JSESSIONID=\0; =; ;;",
                        "Accept: a/b/c;;q=x",
                        "Accept-Language: \u00ff\u00fe,;q=zz",
                        "Accept-Encoding: nonsense;q=",
                        "Range: bytes=9-1",
                        "If-Modified-Since: yesterday",
                        "If-None-Match: \"",
                        "Sec-Fetch-Site:",
                        "Content-Length: -1",
                        "Content-Length: nonsense",
                        "X-Forwarded-For: '; drop table users; --",
                        "no colon at all")
                .flatMap(header ->
                        Stream.of("/login", "/styles.css", "/").map(path -> request("GET " + path, header, "")));
    }

    static Stream<Named<String>> methods() {
        return Stream.of("PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "HEAD", "PROPFIND", "HUNT", "get", "G ET", "\0")
                .flatMap(method -> Stream.of("/", "/login", "/signup", "/error", "/styles.css", "/VAADIN/push")
                        .map(path -> request(method + " " + path, "Content-Length: 0", "")));
    }

    /** What Vaadin's client alone should send. */
    static Stream<Named<String>> internals() {
        Stream<String> questions = Stream.of("uidl", "init", "push", "heartbeat", "webcomponent", "pwa", "nonsense", "")
                .flatMap(kind -> Stream.of(
                        "GET /?v-r=" + kind,
                        "GET /login?v-r=" + kind + "&v-uiId=nonsense",
                        "POST /?v-r=" + kind,
                        "POST /?v-r=" + kind + "&v-uiId=99999999999"));
        Stream<String> others = Stream.of(
                "GET /?v-r=init&location=%25zz&query=%25zz",
                "GET /?v-r=init&location=//cats.example&query=",
                "GET /?v-r=init&location=..%252f&query=%2500",
                "GET /VAADIN/",
                "GET /VAADIN/push",
                "GET /VAADIN/dynamic/resource/0/x/y",
                "GET /VAADIN/dynamic/resource/nonsense",
                "POST /VAADIN/dynamic/resource/0/x/upload",
                "GET /VAADIN/build/..%2f..%2f",
                "GET /VAADIN/config/stats.json");
        return Stream.concat(questions, others).map(line -> request(line, "Content-Type: application/json", "{{{{"));
    }

    static Stream<Named<String>> forms() {
        String form = "Content-Type: application/x-www-form-urlencoded";
        String manyFields = String.join(
                "&", IntStream.range(0, 20_000).mapToObj(i -> "p" + i + "=x").toList());
        return Stream.of(
                request("POST /login", form, ""),
                request("POST /login", form, "username=rex"),
                request("POST /login", form, "password=x"),
                request("POST /login", form, "username=&password="),
                request("POST /login", form, "username=a&username=b&password=c&password=d"),
                request("POST /login", form, "username=%00rex&password=%00"),
                request("POST /login", form, "username=%zz&password=%zz"),
                request("POST /login", form, "username=%ff%fe&password=%ed%a0%80"),
                request("POST /login", form, "username=%F0%9F%90%B6&password=%F0%9F%90%B6"),
                request("POST /login", form, "username=rex&password=" + "a".repeat(100_000)),
                request("POST /login", form, "username=" + "a".repeat(1_000_000) + "&password=b"),
                request("POST /login", form, "username=" + HUGE + "&password=b"),
                request("POST /login", form, HUGE),
                request("POST /login", form, manyFields),
                request("POST /login", form + "; charset=nonsense", "username=b&password=c"),
                request("POST /login", "Content-Type: ;;;;", "username=b&password=c"),
                request("POST /login", "Content-Type: application/json", "{\"username\": \"b\"}"),
                request("POST /login", "Content-Type: multipart/form-data", "--x\r\nContent-Dis"),
                request("POST /login", "Content-Type: multipart/form-data; boundary=x", "--x\r\n\r\nrex\r\n"),
                request("POST /signup", form, "username=b"),
                request("POST /logout", form, "_csrf=%zz"),
                request("POST /error", form, HUGE),
                request("POST /actuator/health", form, "x"),
                request("POST /", "Content-Type: application/json", HUGE));
    }

    private static Named<String> request(String line, String header, String body) {
        String name = "%s [%s] %s".formatted(line, header, body);
        return Named.of(
                name.substring(0, Math.min(90, name.length())).replace('\0', '0'),
                line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + (header.isEmpty() ? "" : header + "\r\n")
                        + (body.isEmpty() || header.startsWith("Content-Length")
                                ? ""
                                : "Content-Length: " + body.length() + "\r\n")
                        + "\r\n" + body);
    }
}
