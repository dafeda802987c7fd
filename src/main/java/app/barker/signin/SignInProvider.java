package app.barker.signin;

import app.barker.account.AccountService;
import app.barker.account.HashingBusy;
import app.barker.account.PasswordCheck;
import app.barker.account.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Decides whether a name and a password, sent by Spring Security's form login, open a session. */
@Component
class SignInProvider implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignInProvider.class);

    private static final SignInDetails UNKNOWN = new SignInDetails(Origin.NOWHERE, Optional.empty());

    private final AccountService accounts;
    private final SignInThrottle throttle;
    private final KnownBrowsers knownBrowsers;
    private final Refusals refusals;
    private final SignInSettings settings;
    private final Clock clock;

    SignInProvider(
            AccountService accounts,
            SignInThrottle throttle,
            KnownBrowsers knownBrowsers,
            Refusals refusals,
            SignInSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.knownBrowsers = knownBrowsers;
        this.refusals = refusals;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws SignInRefused for every cause that lies with the caller: nobody learns which
     * @throws AuthenticationServiceException when Barker itself cannot decide now
     */
    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String username = attempt.getName();
        String password = Optional.ofNullable(attempt.getCredentials())
                .map(Object::toString)
                .orElse("");
        Instant begun = clock.instant();
        try {
            return admit(username, password, detailsOf(attempt));
        } catch (BadCredentialsException refused) {
            waitUntil(begun.plus(settings.failureTime()));
            throw refused;
        } catch (HashingBusy | DataAccessException | TransactionException notNow) {
            LOG.warn("A log-in could not be decided: {}", notNow.toString());
            throw new AuthenticationServiceException("Not now", notNow);
        }
    }

    private Authentication admit(String username, String password, SignInDetails details) {
        // Counted as a failure before it is tried: two hundred attempts at once get no more tries than one after the
        // other.
        SignInThrottle.Admission admission = admission(username, details)
                .orElseThrow(() -> refusals.because(Refusal.WAITING, accounts.idOf(username), details.origin()));
        return switch (accounts.authenticate(username, password)) {
            case PasswordCheck.Right right -> {
                throttle.succeeded(admission);
                yield authenticationOf(right.person());
            }
            case PasswordCheck.Wrong wrong ->
                throw refusals.because(Refusal.WRONG_PASSWORD, OptionalLong.of(wrong.accountId()), details.origin());
            case PasswordCheck.Barred barred ->
                throw refusals.because(Refusal.BANNED, OptionalLong.of(barred.accountId()), details.origin());
            case PasswordCheck.Unknown unknown ->
                throw refusals.because(Refusal.UNKNOWN_NAME, OptionalLong.empty(), details.origin());
        };
    }

    /** A browser that its owner has logged in with does not wait for what strangers do. */
    private Optional<SignInThrottle.Admission> admission(String username, SignInDetails details) {
        return details.browserToken()
                .filter(token -> knownBrowsers.isKnown(username, token))
                .map(token -> throttle.admitKnown(username.toLowerCase(Locale.ROOT) + " " + token))
                .orElseGet(() -> throttle.admit(username, details.origin().network()));
    }

    /** What Spring Security keeps in a session: the person and the role, no password. */
    static Authentication authenticationOf(Viewer viewer) {
        return UsernamePasswordAuthenticationToken.authenticated(
                viewer, null, List.of(new SimpleGrantedAuthority("ROLE_" + viewer.role())));
    }

    /** Requests run on virtual threads: one that waits holds no more than its stack. */
    private void waitUntil(Instant end) {
        for (Duration left = Duration.between(clock.instant(), end); left.isPositive(); ) {
            LockSupport.parkNanos(left.toNanos());
            left = Duration.between(clock.instant(), end);
        }
    }

    private static SignInDetails detailsOf(Authentication attempt) {
        return attempt.getDetails() instanceof SignInDetails details ? details : UNKNOWN;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
