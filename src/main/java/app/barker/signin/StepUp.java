package app.barker.signin;

import app.barker.account.AccountService;
import app.barker.account.PasswordCheck;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for the password again before something sensitive is done. Slowed like a log-in. */
@Service
public class StepUp {

    private final AccountService accounts;
    private final SignInThrottle throttle;
    private final SignIns signIns;
    private final SignInRepository rows;
    private final SecurityLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StepUp(
            AccountService accounts,
            SignInThrottle throttle,
            SignIns signIns,
            SignInRepository rows,
            SecurityLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.signIns = signIns;
        this.rows = rows;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a proof ended. */
    public enum Outcome {
        PROVEN,
        WRONG,
        /** Too many wrong ones; the password was not looked at. */
        WAIT
    }

    /**
     * From then on what is sensitive is done without another question, for {@link SessionSettings#proofLasts}.
     *
     * @throws SignInOver when the sign-in has ended
     * @throws app.barker.account.HashingBusy when too many passwords are being checked right now
     */
    public Outcome prove(SignedIn me, String password) {
        Origin from = signIns.openOf(me).origin();
        // By account: it takes a session of hers to make her wait.
        Optional<SignInThrottle.Admission> admission =
                throttle.admitKnown("step-up " + me.viewer().id());
        if (admission.isEmpty()) {
            return Outcome.WAIT;
        }
        boolean right = accounts.authenticate(me.viewer(), password) instanceof PasswordCheck.Right;
        transaction.executeWithoutResult(tx -> write(me, right, from));
        if (right) {
            throttle.succeeded(admission.get());
        }
        return right ? Outcome.PROVEN : Outcome.WRONG;
    }

    private void write(SignedIn me, boolean right, Origin from) {
        if (right) {
            rows.lockAlone(me.signInId())
                    .filter(row -> row.isOpenAt(clock.instant()))
                    .orElseThrow(SignInOver::new)
                    .proveAt(clock.instant());
        }
        log.write(SecurityLog.Entry.of(right ? SecurityEventKind.PROVEN : SecurityEventKind.PROOF_REFUSED, from)
                .about(me.viewer().id())
                .by(me.viewer().id()));
    }
}
