package app.barker.signin;

import app.barker.account.AccountCreated;
import app.barker.shared.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows guessing down, for an account name and for an address, by waits that grow and never become a lock. Counted in the
 * database: a restart forgives nothing, and several nodes count together.
 *
 * <p>An attempt counts as failed when it is admitted and is taken back when it succeeds. The row locks make that exact: of
 * any number of attempts at the same moment only as many are admitted as would be one after the other.
 */
@Component
class SignInThrottle {

    private final ThrottleTable table;
    private final TransactionTemplate transaction;
    private final SignInSettings settings;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, TransactionTemplate transaction, SignInSettings settings, Clock clock) {
        this.table = new ThrottleTable(jdbc);
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** What {@link #succeeded} needs to take the counting back. */
    record Admission(String name, String address, boolean newName, Instant addressBefore, Instant addressAfter) {}

    /** Empty while the name or the address has to wait; a refused attempt makes no wait longer. */
    Optional<Admission> admit(String username, NetworkAddress from) {
        return admitSubject("name:" + Secret.hash(username.toLowerCase(Locale.ROOT)), from);
    }

    /**
     * For somebody who is known by more than a name: they wait for failures of their own alone, not for those of a stranger
     * with the same name or address.
     *
     * @param who what they are known by, of any length
     */
    Optional<Admission> admitKnown(String who) {
        String subject = "known:" + Secret.hash(who);
        return admitSubject(subject, new NetworkAddress(subject));
    }

    private Optional<Admission> admitSubject(String name, NetworkAddress from) {
        String address = "address:" + from.value();
        // Outside of the transaction: on PostgreSQL a lost race would spoil it.
        table.makeRow(address, clock.instant());
        table.makeRow(name, clock.instant());
        return transaction.execute(tx -> admitLocked(name, address));
    }

    void succeeded(Admission admission) {
        transaction.executeWithoutResult(tx -> {
            // The same order of locks as in admit, all of them before anything is changed: or two who are admitted and
            // have
            // succeeded with the same name at once wait for each other.
            table.lock(admission.address());
            table.lock(admission.name());
            if (admission.newName()) {
                table.takeBackWait(admission.address(), admission.addressAfter(), admission.addressBefore());
            }
            table.forgetFailedName(admission.address(), admission.name());
            table.reset(admission.name());
        });
    }

    /** Whoever guessed at a name before it existed must not keep its new owner waiting. */
    @EventListener
    void forgive(AccountCreated created) {
        table.reset("name:" + Secret.hash(created.username()));
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        transaction.executeWithoutResult(tx -> table.forgetBefore(oldestThatCounts(clock.instant())));
    }

    private Optional<Admission> admitLocked(String name, String address) {
        ThrottleTable.Row addressRow = table.lock(address);
        ThrottleTable.Row nameRow = table.lock(name);
        // After the locks, for whoever waited for them has grown older.
        Instant now = clock.instant();
        if (now.isBefore(addressRow.blockedUntil()) || now.isBefore(nameRow.blockedUntil())) {
            return Optional.empty();
        }
        boolean fresh = nameRow.lastFailure().isBefore(oldestThatCounts(now));
        int failures = fresh ? 1 : nameRow.failures() + 1;
        table.update(name, failures, now, endOf(settings.waitAfter(failures, settings.freeTries()), now));

        boolean newName = table.noteFailedName(address, name, now);
        Instant blockedUntil = addressRow.blockedUntil();
        if (newName) {
            int names = table.countFailedNames(address, oldestThatCounts(now));
            blockedUntil = endOf(settings.waitAfter(names, settings.freeNames()), now);
            table.update(address, names, now, blockedUntil);
        }
        return Optional.of(new Admission(name, address, newName, addressRow.blockedUntil(), blockedUntil));
    }

    /** Who need not wait has not even this moment to wait for: another node's clock may be a little behind. */
    private static Instant endOf(Duration wait, Instant now) {
        return wait.isZero() ? Instant.EPOCH : now.plus(wait);
    }

    private Instant oldestThatCounts(Instant now) {
        return now.minus(settings.forgetAfter());
    }
}
