package app.barker.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator may do to an account. Each act first takes the rows of all administrators and of the one whom it
 * concerns, alone and in the order of the ids: two acts at once happen one after the other, and no write of that person is in
 * flight when it returns. All throw {@link NotAnAdministrator} when the one who asks is none by then, and {@link AccountGone}
 * when there is no such account, or it is closed.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AccountAdministration {

    /** Code points of a reason. */
    public static final int LONGEST_REASON = 500;

    private final AccountRepository accounts;
    private final ObjectProvider<WriteCondition> writeConditions;
    private final Clock clock;

    AccountAdministration(AccountRepository accounts, ObjectProvider<WriteCondition> writeConditions, Clock clock) {
        this.accounts = accounts;
        this.writeConditions = writeConditions;
        this.clock = clock;
    }

    /**
     * Keeps a person out until {@link #unban}: they cannot log in, and nothing that they write is accepted.
     *
     * @param reason which they and other administrators read; cut at {@link #LONGEST_REASON}
     * @return whether they were not banned before
     * @throws LastAdministrator when nobody else could take it back
     */
    public boolean ban(Viewer admin, long accountId, String reason) {
        Account target = lock(admin, accountId);
        if (target.isBanned()) {
            return false;
        }
        requireAnotherThan(target);
        target.ban(cut(reason), clock.instant());
        return true;
    }

    /** Lets them in again; returns whether they were banned. */
    public boolean unban(Viewer admin, long accountId) {
        Account target = lock(admin, accountId);
        boolean was = target.isBanned();
        target.unban();
        return was;
    }

    /**
     * Makes somebody an administrator, or an administrator somebody like everyone.
     *
     * @return whether that changed anything
     * @throws LastAdministrator when it would take the last one
     */
    public boolean setRole(Viewer admin, long accountId, Role role) {
        Account target = lock(admin, accountId);
        if (target.role() == role) {
            return false;
        }
        if (role != Role.ADMIN) {
            requireAnotherThan(target);
        }
        target.take(role);
        return true;
    }

    /** Makes sure that both stand, and that the one who asks may. */
    public void require(Viewer admin, long accountId) {
        lock(admin, accountId);
    }

    /** Makes sure that the one who asks is an administrator now. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public void require(Viewer admin) {
        requireAdministrator(accounts.findById(admin.id()));
    }

    private Account lock(Viewer admin, long accountId) {
        List<Account> locked = accounts.lockAdministratorsAnd(List.of(admin.id(), accountId));
        requireAdministrator(find(locked, admin.id()));
        writeConditions.forEach(condition -> condition.require(admin));
        return find(locked, accountId).filter(each -> !each.isClosed()).orElseThrow(AccountGone::new);
    }

    private static void requireAdministrator(Optional<Account> account) {
        if (account.filter(each -> each.isActive() && each.role() == Role.ADMIN).isEmpty()) {
            throw new NotAnAdministrator();
        }
    }

    private void requireAnotherThan(Account target) {
        if (target.role() == Role.ADMIN && accounts.countOtherActiveAdministrators(target.id()) == 0) {
            throw new LastAdministrator();
        }
    }

    private static Optional<Account> find(Collection<Account> accounts, long id) {
        return accounts.stream().filter(each -> each.id() == id).findFirst();
    }

    private static String cut(String reason) {
        String stripped = reason.strip();
        return stripped.codePointCount(0, stripped.length()) <= LONGEST_REASON
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, LONGEST_REASON));
    }
}
