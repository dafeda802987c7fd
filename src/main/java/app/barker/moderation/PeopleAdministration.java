package app.barker.moderation;

import app.barker.account.AccountAdministration;
import app.barker.account.AccountService;
import app.barker.account.PersonStanding;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.signin.Origin;
import app.barker.signin.PasswordService;
import app.barker.signin.SecurityEvent;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityHistory;
import app.barker.signin.SecurityLog;
import app.barker.signin.SignInEnd;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People, as an administrator finds them and what an administrator may do. Each act needs a fresh proof of who does it, or a
 * token that was made for it after one, and is a line in the security history of both. All throw {@link app.barker.account.NotAnAdministrator} when the one who asks is none
 * by then; the acts also {@link app.barker.signin.ProofNeeded} when the password has to be typed again first, and {@link
 * app.barker.account.AccountGone} when there is no such account.
 */
@Service
@Transactional
public class PeopleAdministration {

    /** People that a search shows. */
    public static final int MOST_FOUND = 50;

    private final AccountAdministration administration;
    private final AccountService accounts;
    private final SignIns signIns;
    private final PasswordService passwords;
    private final SecurityHistory history;
    private final SecurityLog log;

    PeopleAdministration(
            AccountAdministration administration,
            AccountService accounts,
            SignIns signIns,
            PasswordService passwords,
            SecurityHistory history,
            SecurityLog log) {
        this.administration = administration;
        this.accounts = accounts;
        this.signIns = signIns;
        this.passwords = passwords;
        this.history = history;
        this.log = log;
    }

    /** Those whose name begins like this; the first {@link #MOST_FOUND} by name. */
    public List<PersonStanding> find(Viewer admin, String prefix) {
        administration.require(admin);
        return accounts.standingOfThose(prefix, MOST_FOUND);
    }

    /** What a refused log-in really was, by the code that its page showed. */
    public Optional<SecurityEvent> attempt(SignedIn admin, String code) {
        administration.require(admin.viewer());
        return history.underCode(admin.viewer(), code);
    }

    /**
     * When this has returned, nothing that the person writes is accepted any more, and their sessions have ended; what was
     * committed before stands.
     *
     * @throws app.barker.account.LastAdministrator when nobody else could take it back
     */
    public void ban(SignedIn admin, long accountId, String reason) {
        banByToken(admin.viewer(), signIns.requireProof(admin), accountId, reason);
    }

    /**
     * The same by a program, whose token was made for this after a proof.
     *
     * @param from where the program is
     */
    public void banByToken(Viewer admin, Origin from, long accountId, String reason) {
        if (administration.ban(admin, accountId, reason)) {
            write(SecurityEventKind.BANNED, admin, accountId, from, reason);
            signIns.endAll(accountId, SignInEnd.BANNED, from);
        }
    }

    /** Lets a person in again. */
    public void unban(SignedIn admin, long accountId) {
        unbanByToken(admin.viewer(), signIns.requireProof(admin), accountId);
    }

    /** The same by a program, as {@link #banByToken}. */
    public void unbanByToken(Viewer admin, Origin from, long accountId) {
        if (administration.unban(admin, accountId)) {
            write(SecurityEventKind.UNBANNED, admin, accountId, from, "");
        }
    }

    /** Makes somebody an administrator, from their next log-in on. */
    public void grantAdministrator(SignedIn admin, long accountId) {
        act(admin, from -> {
            if (administration.setRole(admin.viewer(), accountId, Role.ADMIN)) {
                write(SecurityEventKind.ADMIN_GRANTED, admin.viewer(), accountId, from, "");
            }
            return true;
        });
    }

    /**
     * Takes that back, at once: their sessions end.
     *
     * @throws app.barker.account.LastAdministrator when it would take the last one
     */
    public void takeAdministrator(SignedIn admin, long accountId) {
        act(admin, from -> {
            if (administration.setRole(admin.viewer(), accountId, Role.USER)) {
                write(SecurityEventKind.ADMIN_TAKEN, admin.viewer(), accountId, from, "");
                signIns.endAll(accountId, SignInEnd.ROLE_LOST, from);
            }
            return true;
        });
    }

    /** Logs a person out everywhere; returns how many sessions that were. */
    public int endSessions(SignedIn admin, long accountId) {
        return act(admin, from -> {
            administration.require(admin.viewer(), accountId);
            return signIns.endAll(
                    accountId, SignInEnd.ENDED_BY_ADMIN, admin.viewer().id(), from);
        });
    }

    /** Returns the secret of a link with which the person can choose a new password, see {@link PasswordService#makeLink}. */
    public String makeResetLink(SignedIn admin, long accountId) {
        return act(admin, from -> {
            administration.require(admin.viewer(), accountId);
            return passwords.makeLink(accountId, Optional.of(admin.viewer().id()), from);
        });
    }

    private <T> T act(SignedIn admin, Function<Origin, T> act) {
        return act.apply(signIns.requireProof(admin));
    }

    private void write(SecurityEventKind kind, Viewer admin, long accountId, Origin from, String detail) {
        log.write(SecurityLog.Entry.of(kind, from)
                .about(accountId)
                .by(admin.id())
                .detail(detail)
                .tell());
    }
}
