package app.barker.signin;

import app.barker.account.AccountGone;
import app.barker.account.LanguageChoice;
import app.barker.account.Viewer;
import app.barker.shared.Language;
import app.barker.shared.PageLanguage;
import app.barker.shared.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a session somebody's: a new id, a row, the cookies, and a line in the diary. */
@Component
public class SignInStart implements SessionAuthenticationStrategy {

    static final String SECURITY_CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private static final Logger LOG = LoggerFactory.getLogger(SignInStart.class);

    private static final String REMEMBER_ME = "remember-me";

    private static final Duration SENT_TOGETHER = Duration.ofMinutes(1);

    private final SignIns signIns;
    private final RememberedBrowsers remembered;
    private final KnownBrowsers knownBrowsers;
    private final Refusals refusals;
    private final SessionDiary diary;
    private final LanguageChoice languages;
    private final OpenSessions open;
    private final SessionSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInStart(
            SignIns signIns,
            RememberedBrowsers remembered,
            KnownBrowsers knownBrowsers,
            Refusals refusals,
            SessionDiary diary,
            LanguageChoice languages,
            OpenSessions open,
            SessionSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.signIns = signIns;
        this.remembered = remembered;
        this.knownBrowsers = knownBrowsers;
        this.refusals = refusals;
        this.diary = diary;
        this.languages = languages;
        this.open = open;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        Viewer viewer = (Viewer) Objects.requireNonNull(authentication.getPrincipal());
        try {
            leaveFormerSession(request);
            begin(viewer, request, response);
        } catch (AccountGone barredMeanwhile) {
            throw refusals.because(Refusal.BANNED, OptionalLong.of(viewer.id()), Origin.of(request));
        } catch (DataAccessException | TransactionException notNow) {
            LOG.warn("A log-in could not be stored: {}", notNow.toString());
            throw new AuthenticationServiceException("Not now", notNow);
        }
    }

    /**
     * Whoever logs in anew in a browser that is logged in starts clean: the pages of the session before, which know its person,
     * end with it.
     */
    private void leaveFormerSession(HttpServletRequest request) {
        OpenSession.in(request).ifPresent(former -> {
            SignedIn whose = former.signedIn();
            open.sayGoodbye(
                    former,
                    SignInEnd.REPLACED,
                    () -> signIns.end(whose.viewer().id(), whose.signInId(), SignInEnd.REPLACED, Origin.NOWHERE));
            former.session().invalidate();
        });
    }

    private void begin(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        boolean remember = request.getParameter(REMEMBER_ME) != null;
        String before = Optional.ofNullable(request.getSession(false))
                .map(session -> Fingerprint.of(session.getId()))
                .orElse("");
        HttpSession session = withNewId(request);
        String known = SignInCookies.knownBrowser(request).orElseGet(Secret::draw);
        Begun begun = transaction.execute(tx -> {
            Optional<Instant> lastSeen = signIns.lastSeen(viewer);
            boolean browserKnown = knownBrowsers.isKnown(viewer.username(), known);
            SignIn signIn = signIns.open(viewer, Origin.of(request), browserKnown, remember);
            knownBrowsers.remember(viewer.id(), known);
            diary.note(signIn.id(), SessionDiary.Cause.LOGGED_IN, before, Fingerprint.of(session.getId()));
            return new Begun(
                    signIn,
                    lastSeen,
                    remember ? Optional.of(remembered.remember(signIn.id())) : Optional.<String>empty(),
                    languages.of(viewer.id()));
        });
        SignIn signIn = begun.signIn();
        PageLanguage.keepIn(session, begun.language());
        bind(
                session,
                new SignedIn(viewer, signIn.id()),
                remember,
                signIn.createdAt(),
                signIn.expiresAt(),
                begun.lastSeen(),
                response);
        SignInCookies.know(request, response, known, settings.keepHistory());
        begun.cookie()
                .ifPresentOrElse(
                        cookie -> SignInCookies.remember(request, response, cookie, settings.longestRemembered()),
                        () -> SignInCookies.forget(request, response));
    }

    private record Begun(
            SignIn signIn, Optional<Instant> lastSeen, Optional<String> cookie, Optional<Language> language) {}

    /** For a browser that was remembered: a session of its own, on the same row. */
    void resume(RememberedBrowsers.Resumed resumed, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = withNewId(request);
        SignedIn signedIn = resumed.signedIn();
        Optional<Language> language = transaction.execute(tx -> {
            diary.note(signedIn.signInId(), SessionDiary.Cause.RESUMED, "", Fingerprint.of(session.getId()));
            return languages.of(signedIn.viewer().id());
        });
        PageLanguage.keepIn(session, language);
        bind(session, signedIn, true, resumed.begunAt(), resumed.expiresAt(), lastSeenBefore(resumed), response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignInProvider.authenticationOf(signedIn.viewer()));
        SecurityContextHolder.setContext(context);
        session.setAttribute(SECURITY_CONTEXT, context);
        Duration left = Duration.between(clock.instant(), resumed.expiresAt());
        resumed.newCookie().ifPresent(cookie -> SignInCookies.remember(request, response, cookie, left));
    }

    /** Requests that a browser sends together when it comes back get a session each: none of them is the visit before. */
    private Optional<Instant> lastSeenBefore(RememberedBrowsers.Resumed resumed) {
        Instant together = clock.instant().minus(SENT_TOGETHER);
        return open.of(resumed.signedIn().viewer().id()).stream()
                .flatMap(session -> session.absence().stream())
                .filter(absence -> absence.until().isAfter(together))
                .map(Absence::since)
                .findFirst()
                .or(resumed::lastSeen);
    }

    private void bind(
            HttpSession session,
            SignedIn signedIn,
            boolean remembered,
            Instant begunAt,
            Instant expiresAt,
            Optional<Instant> lastSeen,
            HttpServletResponse response) {
        Instant now = clock.instant();
        OpenSession bound = new OpenSession(
                open,
                session,
                signedIn,
                remembered,
                begunAt,
                now,
                expiresAt,
                lastSeen.map(since -> new Absence(since, now)));
        bound.keepCookie(response);
        bound.bind();
    }

    private static HttpSession withNewId(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        return request.getSession();
    }
}
