package app.barker.browser;

import static app.barker.browser.Outside.OTHER_SITE;
import static app.barker.browser.Outside.find;
import static app.barker.browser.Outside.get;
import static app.barker.browser.Outside.ofTheMember;
import static app.barker.browser.Outside.post;
import static app.barker.browser.Outside.sendRaw;
import static app.barker.browser.Outside.sessionOfTheMember;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every response tells the browser to keep to. */
class ResponseHeadersIT {

    private static final Pattern TEXTS = Pattern.compile("(client-texts/[^\"]+)");

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    /** Those that stand in the page; of files it matters where they come from. */
    private static final Pattern SCRIPT = Pattern.compile("<script (?![^>]*src=)[^>]*>");

    enum Kind {
        PAGE(200),
        PAGE_INSIDE(200),
        STATIC_FILE(200),
        HEALTH(200),
        SENT_TO_LOG_IN(302),
        LOGGED_IN(302),
        MALFORMED(400),
        FROM_ANOTHER_SITE(403),
        WITHOUT_TOKEN(403),
        NO_SUCH_PICTURE(404),
        MISSING(404);

        final int status;

        Kind(int status) {
            this.status = status;
        }

        HttpResponse<String> response() {
            return switch (this) {
                case PAGE -> get("/login");
                case PAGE_INSIDE -> get("/", "Cookie", sessionOfTheMember());
                case STATIC_FILE -> get("/styles.css");
                case HEALTH -> get("/actuator/health");
                case SENT_TO_LOG_IN -> get("/");
                case LOGGED_IN -> post("/login", ofTheMember());
                case MALFORMED -> post("/login", "username=%zz");
                case FROM_ANOTHER_SITE -> post("/login", "", "Origin", OTHER_SITE);
                case WITHOUT_TOKEN -> post("/logout", "");
                case NO_SUCH_PICTURE -> get("/avatars/1/0000000000000000.jpg", "Cookie", sessionOfTheMember());
                case MISSING -> get("/VAADIN/build/no-such-file.js");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfResponseCarriesTheSecurityHeaders(Kind kind) {
        HttpResponse<String> response = kind.response();

        assertThat(response.statusCode()).isEqualTo(kind.status);
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(response.headers().allValues("Permissions-Policy"))
                .singleElement()
                .asString()
                .contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(response.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'")
                .doesNotContainPattern("script-src[^;]*'unsafe-inline'");
    }

    /** Refused before any of our code: by the server's parser and by Spring Security's firewall. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /%zz", "GET /%00", "GET //login", "GET /;jsessionid=1", "TRACE /", "HUNT /"})
    void evenWhatNeverReachesAPageCarriesThem(String request) {
        String answer = sendRaw(request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 40")
                .contains(
                        "\r\nX-Content-Type-Options: nosniff\r\n",
                        "\r\nX-Frame-Options: DENY\r\n",
                        "\r\nReferrer-Policy: same-origin\r\n",
                        "\r\nContent-Security-Policy: default-src ");
    }

    @Test
    void inlineScriptsRunWithANonceThatIsNeverTheSame() {
        HttpResponse<String> one = get("/login");
        HttpResponse<String> other = get("/login");

        assertThat(nonceOf(one)).isNotEqualTo(nonceOf(other)).hasSizeGreaterThanOrEqualTo(22);
        assertThat(SCRIPT.matcher(one.body()).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(script).contains("nonce=\"" + nonceOf(one) + "\""));
    }

    @Test
    void pagesStayOutOfCaches() {
        assertThat(get("/login").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
        assertThat(get("/", "Cookie", sessionOfTheMember()).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    /** A page names them by what is in them; what nobody ever wrote is not there, in any language. */
    @Test
    void textsOfTheBrowsersElementsAreFetchedOnceForAll() {
        String address = find(TEXTS, get("/login").body());
        HttpResponse<String> texts = get("/" + address);

        assertThat(texts.statusCode()).isEqualTo(200);
        assertThat(texts.body()).startsWith("globalThis.barkerTexts={");
        assertThat(texts.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(
                        value -> assertThat(value).contains("immutable").doesNotContain("no-store"));
        assertThat(texts.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(get("/client-texts/en/0123456789abcdef.js").statusCode()).isEqualTo(404);
        assertThat(get("/client-texts/woof/0123456789abcdef.js").statusCode()).isEqualTo(404);
    }

    private static String nonceOf(HttpResponse<?> response) {
        return find(
                NONCE, response.headers().firstValue("Content-Security-Policy").orElseThrow());
    }
}
