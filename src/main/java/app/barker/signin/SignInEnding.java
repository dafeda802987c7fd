package app.barker.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Log-out: the row ends, and with it the session, its pages and the remember-me cookie. */
@Component
class SignInEnding implements LogoutHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInEnding.class);

    private final SignIns signIns;
    private final OpenSessions open;

    SignInEnding(SignIns signIns, OpenSessions open) {
        this.signIns = signIns;
        this.open = open;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        SignInCookies.forget(request, response);
        OpenSession.in(request).ifPresent(session -> end(session, Origin.of(request)));
    }

    private void end(OpenSession session, Origin from) {
        open.sayGoodbye(session, SignInEnd.LOGGED_OUT, () -> endRow(session.signedIn(), from));
    }

    private void endRow(SignedIn me, Origin from) {
        try {
            signIns.end(me.viewer().id(), me.signInId(), SignInEnd.LOGGED_OUT, from);
        } catch (DataAccessException | TransactionException away) {
            // This browser is logged out all the same; the sweep ends the row when its time is over.
            LOG.error("A log-out could not be stored", away);
        }
    }
}
