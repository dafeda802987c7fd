package app.barker.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * Which language an answer is in: the one that its person has chosen, else the one that was chosen in this browser, else the
 * first that the browser asks for and Barker speaks, else English. Asks no database: a log-in puts a person's choice into the
 * session.
 */
public final class PageLanguage {

    private static final String ATTRIBUTE = PageLanguage.class.getName();

    private static final String COOKIE = "barker-language";

    /** As long as browsers keep any cookie (RFC 6265bis, 5.5). */
    private static final Duration KEPT = Duration.ofDays(400);

    private PageLanguage() {}

    /** Of the answer to this request. */
    public static Language of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(PageLanguage::ofPerson)
                .or(() -> Cookies.valueOf(request, COOKIE).flatMap(PageLanguage::named))
                .or(() -> askedForBy(request))
                .orElse(Language.ENGLISH);
    }

    /** Of this browser from its next page on, whoever uses it; empty for what the browser asks for. */
    public static void choose(HttpServletRequest request, HttpServletResponse response, Optional<Language> language) {
        Cookies.set(
                request,
                response,
                COOKIE,
                language.map(Enum::name).orElse(""),
                language.isPresent() ? KEPT : Duration.ZERO);
    }

    /** Of every page of this session from its next one on; empty when its person has chosen none. */
    public static void keepIn(HttpSession session, Optional<Language> ofPerson) {
        ofPerson.ifPresentOrElse(
                language -> session.setAttribute(ATTRIBUTE, language), () -> session.removeAttribute(ATTRIBUTE));
    }

    private static Optional<Language> ofPerson(HttpSession session) {
        return Optional.ofNullable((Language) session.getAttribute(ATTRIBUTE));
    }

    private static Optional<Language> named(String cookie) {
        return Stream.of(Language.values())
                .filter(each -> each.name().equals(cookie))
                .findFirst();
    }

    private static Optional<Language> askedForBy(HttpServletRequest request) {
        // For who asks for none, the container would name the language of the server's own machine.
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> Language.spokenIn(locale).stream())
                        .findFirst();
    }
}
