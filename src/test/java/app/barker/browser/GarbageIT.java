package app.barker.browser;

import static app.barker.browser.Outside.sendRaw;
import static app.barker.browser.Outside.sessionOfTheMember;
import static app.barker.browser.Outside.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input of any kind gets an answer that puts the blame where it lies: no 500, no stack trace. */
class GarbageIT {

    private static final String HUGE = "a".repeat(3_000_000);


    @ParameterizedTest
    @MethodSource({"addresses", "addressesForMembers", "headers", "methods", "internals", "forms"})
    void garbageIsTheCallersFault(String request) {
        String answer = sendRaw(request);

        assertThat(answer.lines().findFirst().orElse("nothing"))
                .as(request.substring(0, Math.min(200, request.length())))
                .matches("HTTP/1\\.1 [234]\\d\\d ?");
        assertThat(answer).doesNotContain("Exception", "\tat ", "java.", "org.springframework");
    }

    /** Where a member's page is led, by whatever stands in an address or is sent in its name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "barks/0",
                "barks/-1",
                "barks/999999999999999999",
                "barks/9223372036854775808",
                "barks/1e3",
                "barks/0x1",
                "barks/\u0661",
                "barks/1/2",
                "barks/%00",
                "barks/%zz",
                "barks/'; drop table barks; --",
                "users/REX",
                "users/rex/nonsense",
                "users/rex/likes/more",
                "users/%2e%2e",
                "users/%00",
                "users/\\u0000",
                "users/<b>rex",
                "users/\u0131",
                "tags/%",
                "tags/#",
                "tags/\u0130",
                "tags/\\ud800",
                "tags/a b",
                "tags/\ud83d\udc36",
                "settings/nonsense",
                "avatars/1/x.jpg",
                "?from=nonsense",
                "?from=-1",
                "?from=9223372036854775807",
                "?from=999999999999999999&from=2",
                "everyone?from=%00",
                "users/rex?from=1e9",
                "tags/inside?from=99999999999999999999"
            })
    void noPlaceIsTooStrangeForAMembersPage(String place) {
        assertThat(visit(place, Member.SESSION)).doesNotContain("Something broke", "Exception", "org.h2");
    }

    @Test
    void aPlaceOfAnyLengthLeadsNowhere() {
        for (String kind : List.of("barks/", "users/", "tags/", "?from=")) {
            assertThat(visit(kind + "1".repeat(20_000), Member.SESSION))
                    .as(kind)
                    .doesNotContain("Something broke", "Exception", "org.h2");
        }
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

    /** With a session that opens them. */
    static Stream<Named<String>> addressesForMembers() {
        return Stream.of(
                        "/barks/-1",
                        "/barks/%zz",
                        "/barks/%00",
                        "/barks/" + "9".repeat(500),
                        "/users/%ff%fe",
                        "/users/rex/../../etc/passwd",
                        "/users/rex;a=b",
                        "/users/" + "a".repeat(7_000),
                        "/tags/%c0%af",
                        "/tags/%23",
                        "/everyone?from=%zz",
                        "/everyone?from=" + "9".repeat(5_000),
                        "/avatars/",
                        "/avatars/1/.jpg",
                        "/avatars/0/x.jpg",
                        "/avatars/-1/x.jpg",
                        "/avatars/nonsense/x.jpg",
                        "/avatars/" + "9".repeat(500) + "/x.jpg",
                        "/avatars/1/" + "a".repeat(5_000) + ".jpg",
                        "/avatars/1/%00.jpg",
                        "/avatars/1/%zz.jpg",
                        "/avatars/1/'.jpg",
                        "/avatars/1/..%2f..%2fpasswd.jpg")
                .map(address -> request("GET " + address, "Cookie: " + Member.SESSION, ""));
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

    /** Logged in by the first who asks. */
    private static final class Member {
        static final String SESSION = sessionOfTheMember();
    }
}
