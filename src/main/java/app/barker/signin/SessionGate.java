package app.barker.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks at every request that comes with a session or a remember-me cookie: what is over opens nothing, what a person does
 * keeps the session alive, and a remembered browser gets a new session.
 */
@Component
public class SessionGate {

    private static final Logger LOG = LoggerFactory.getLogger(SessionGate.class);

    private static final String LOG_IN = "/login";

    /** What a page asks by itself, without anybody doing anything. */
    private static final Set<String> BY_ITSELF = Set.of("heartbeat", "push");

    private final SessionSweep sweep;
    private final SignInStart start;
    private final RememberedBrowsers remembered;
    private final Clock clock;

    SessionGate(SessionSweep sweep, SignInStart start, RememberedBrowsers remembered, Clock clock) {
        this.sweep = sweep;
        this.start = start;
        this.remembered = remembered;
        this.clock = clock;
    }

    /** To be called where the security context is there and nobody has been made anonymous yet. */
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant now = clock.instant();
        Optional<OpenSession> session = OpenSession.in(request);
        if (session.isEmpty()) {
            forgetSessionWithoutSignIn(request);
            if (isByPerson(request)) {
                SignInCookies.remembered(request).ifPresent(cookie -> resume(cookie, request, response));
            }
        } else if (session.get().isEnding() || sweep.isOver(session.get(), now)) {
            openNothing(session.get(), request);
        } else if (isByPerson(request)) {
            session.get().act(now);
        }
        chain.doFilter(request, response);
    }

    private static void openNothing(OpenSession over, HttpServletRequest request) {
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            over.session().removeAttribute(SignInStart.SECURITY_CONTEXT);
            if (over.isEnding() && request.getServletPath().equals(LOG_IN)) {
                // Its pages have been told. The log-in page begins with a session of its own, not with one that is
                // about to go.
                over.session().invalidate();
            }
        } catch (IllegalStateException gone) {
            LOG.trace("It went meanwhile", gone);
        }
    }

    /** There is no way to get such a session; if ever there is one, it opens nothing. */
    private static void forgetSessionWithoutSignIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SignInStart.SECURITY_CONTEXT) != null) {
            session.removeAttribute(SignInStart.SECURITY_CONTEXT);
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        }
    }

    private void resume(String cookie, HttpServletRequest request, HttpServletResponse response) {
        try {
            remembered
                    .resume(cookie, Origin.of(request))
                    .ifPresentOrElse(
                            resumed -> start.resume(resumed, request, response),
                            () -> SignInCookies.forget(request, response));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("A remembered browser could not be looked up: {}", away.toString());
        }
    }

    private static boolean isByPerson(HttpServletRequest request) {
        String kind = Optional.ofNullable(request.getParameter("v-r")).orElse("");
        String path = request.getServletPath();
        return !BY_ITSELF.contains(kind)
                && !(request.getMethod().equals("GET") && path.equals(SessionController.PATH))
                && !path.startsWith("/avatars/")
                && !path.startsWith("/media/")
                && !path.startsWith("/api/v1/")
                && !path.startsWith("/VAADIN/");
    }
}
