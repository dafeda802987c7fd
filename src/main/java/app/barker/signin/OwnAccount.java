package app.barker.signin;

import app.barker.account.AccountChanges;
import app.barker.account.UsernameProblem;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person may do to their own account, once they have proven who they are. */
@Service
public class OwnAccount {

    private final AccountChanges changes;
    private final SignIns signIns;
    private final SecurityLog log;
    private final TransactionTemplate transaction;

    OwnAccount(AccountChanges changes, SignIns signIns, SecurityLog log, TransactionTemplate transaction) {
        this.changes = changes;
        this.signIns = signIns;
        this.log = log;
        this.transaction = transaction;
    }

    /**
     * Takes another name. The old one stays reserved, and its profile's address leads to the new one.
     *
     * @return what is wrong with it; of two who want one name at the same moment, one is told that it is taken
     * @throws ProofNeeded when the password has to be typed again first
     */
    public Optional<UsernameProblem> rename(SignedIn me, String typed) {
        try {
            return transaction.execute(tx -> {
                Origin from = signIns.requireProof(me);
                Optional<UsernameProblem> problem = changes.rename(me.viewer(), typed);
                if (problem.isEmpty()) {
                    log.write(SecurityLog.Entry.of(SecurityEventKind.USERNAME_CHANGED, from)
                            .about(me.viewer().id())
                            .by(me.viewer().id())
                            .detail(typed));
                }
                return problem;
            });
        } catch (DataIntegrityViolationException lostTheRace) {
            return Optional.of(UsernameProblem.TAKEN);
        }
    }

    /**
     * Closes the account for good and ends every session of it, this one too.
     *
     * @param withBarks whether everything that the person wrote goes, too
     * @throws ProofNeeded when the password has to be typed again first
     * @throws app.barker.account.LastAdministrator when nobody would be left to look after this Barker
     */
    public void close(SignedIn me, boolean withBarks) {
        transaction.executeWithoutResult(tx -> {
            Origin from = signIns.requireProof(me);
            changes.close(me.viewer(), withBarks);
            log.write(SecurityLog.Entry.of(SecurityEventKind.ACCOUNT_CLOSED, from)
                    .about(me.viewer().id())
                    .by(me.viewer().id()));
            signIns.endAll(me.viewer().id(), SignInEnd.CLOSED, from);
        });
    }
}
