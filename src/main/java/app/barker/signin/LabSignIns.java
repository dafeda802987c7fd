package app.barker.signin;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sign-ins for the page that shows how a session's cookie lives and dies: real ones, of the reader, that nobody typed a password
 * for and that nobody else gets to hold. They count for no limit, and end within minutes.
 */
@Service
public class LabSignIns {

    private final SignIns signIns;
    private final SignInRepository rows;
    private final RememberedBrowsers remembered;
    private final Clock clock;

    LabSignIns(SignIns signIns, SignInRepository rows, RememberedBrowsers remembered, Clock clock) {
        this.signIns = signIns;
        this.rows = rows;
        this.remembered = remembered;
        this.clock = clock;
    }

    /**
     * A sign-in for the lab.
     *
     * @param cookie the line by which a browser comes back to it: name and value
     */
    public record LabSignIn(SignedIn signedIn, String cookie) {}

    /**
     * Opens one.
     *
     * @throws ProofNeeded when the password has to be typed again first
     */
    @Transactional
    public LabSignIn open(SignedIn me, Duration lasts) {
        Origin from = signIns.requireProof(me);
        SignIn opened = rows.saveAndFlush(SignIn.forLab(me.viewer(), from, clock.instant(), lasts));
        String cookie = SignInCookies.REMEMBERED + "=" + remembered.remember(opened.id());
        return new LabSignIn(new SignedIn(me.viewer(), opened.id()), cookie);
    }

    /** Ends one of one's own, as a log-out does; does nothing where it has ended. */
    @Transactional
    public void end(SignedIn lab) {
        signIns.end(lab.viewer().id(), lab.signInId(), SignInEnd.LOGGED_OUT, Origin.NOWHERE);
    }
}
