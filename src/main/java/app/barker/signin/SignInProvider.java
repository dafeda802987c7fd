package app.barker.signin;

import app.barker.account.AccountService;
import app.barker.account.HashingBusy;
import app.barker.account.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Decides whether a name and a password, sent by Spring Security's form login, open a session. */
@Component
class SignInProvider implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignInProvider.class);

    private final AccountService accounts;
    private final SignInThrottle throttle;
    private final SignInSettings settings;
    private final Clock clock;

    SignInProvider(AccountService accounts, SignInThrottle throttle, SignInSettings settings, Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws BadCredentialsException for every cause that lies with the caller: nobody learns which
     * @throws AuthenticationServiceException when Barker itself cannot decide now
     */
    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String username = attempt.getName();
        String password = Optional.ofNullable(attempt.getCredentials())
                .map(Object::toString)
                .orElse("");
        NetworkAddress from = addressOf(attempt);
        Instant begun = clock.instant();
        try {
            return admit(username, password, from);
        } catch (BadCredentialsException refused) {
            waitUntil(begun.plus(settings.failureTime()));
            throw refused;
        } catch (HashingBusy | DataAccessException | TransactionException notNow) {
            LOG.warn("A log-in could not be decided: {}", notNow.toString());
            throw new AuthenticationServiceException("Not now", notNow);
        }
    }

    private Authentication admit(String username, String password, NetworkAddress from) {
        // Counted as a failure before it is tried: two hundred attempts at once get no more tries than one after the
        // other.
        SignInThrottle.Admission admission = throttle.admit(username, from).orElseThrow(() -> refusal("waiting", from));
        Viewer viewer = accounts.authenticate(username, password).orElseThrow(() -> refusal("wrong", from));
        throttle.succeeded(admission);
        LOG.info("@{} logged in from {}", viewer.username(), from);
        return UsernamePasswordAuthenticationToken.authenticated(
                viewer, null, List.of(new SimpleGrantedAuthority("ROLE_" + viewer.role())));
    }

    private static BadCredentialsException refusal(String cause, NetworkAddress from) {
        // Never the name as typed: now and then it is a password.
        LOG.info("A log-in was refused ({}) from {}", cause, from);
        return new BadCredentialsException("Refused");
    }

    /** Requests run on virtual threads: one that waits holds no more than its stack. */
    private void waitUntil(Instant end) {
        for (Duration left = Duration.between(clock.instant(), end); left.isPositive(); ) {
            LockSupport.parkNanos(left.toNanos());
            left = Duration.between(clock.instant(), end);
        }
    }

    private static NetworkAddress addressOf(Authentication attempt) {
        @Nullable Object details = attempt.getDetails();
        return NetworkAddress.of(details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
