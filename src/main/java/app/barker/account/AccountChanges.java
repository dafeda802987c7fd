package app.barker.account;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can become of an account after the sign-up: another password, another name, an end. Who may ask for it, and what ends
 * with it, is for the callers to know, in whose transactions this happens.
 */
@Service
public class AccountChanges {

    private final AccountRepository accounts;
    private final FormerUsernames formerNames;
    private final ProfileTable profiles;
    private final EmailAddresses addresses;
    private final PasswordHashing hashing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountChanges(
            AccountRepository accounts,
            FormerUsernames formerNames,
            ProfileTable profiles,
            EmailAddresses addresses,
            PasswordHashing hashing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.formerNames = formerNames;
        this.profiles = profiles;
        this.addresses = addresses;
        this.hashing = hashing;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A new password, ready to be stored; whether it may be one is for {@link PasswordPolicy} to say.
     *
     * @throws IllegalArgumentException when no password can look like this
     * @throws HashingBusy when too many sign up or log in right now
     */
    public HashedPassword hash(String password) {
        return new HashedPassword(
                hashing.hash(Password.of(password).orElseThrow(() -> new IllegalArgumentException("Not a password"))));
    }

    /**
     * Ends the old password's life.
     *
     * @throws AccountGone when the account does not stand any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replacePassword(long accountId, HashedPassword password) {
        accounts.lockAlone(accountId)
                .filter(account -> !account.isClosed())
                .orElseThrow(AccountGone::new)
                .replacePasswordHash(password.hash());
    }

    /**
     * Gives a person another name. The old one stays theirs: nobody else gets it, and they may have it back.
     *
     * @return what is wrong with the new one
     * @throws AccountGone when the account does not stand any more
     * @throws DataIntegrityViolationException when somebody else took it at this moment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UsernameProblem> rename(Viewer me, String typed) {
        Optional<UsernameProblem> problem = Username.problemWith(typed);
        if (problem.isPresent()) {
            return problem;
        }
        Username name = new Username(typed);
        Account account = accounts.lockAlone(me.id()).filter(Account::isActive).orElseThrow(AccountGone::new);
        if (name.value().equals(account.username())) {
            return Optional.empty();
        }
        boolean isOwn = formerNames
                .ownerOf(name.value())
                .filter(owner -> owner == me.id())
                .isPresent();
        if (!isOwn
                && (accounts.existsByUsername(name.value())
                        || formerNames.ownerOf(name.value()).isPresent())) {
            return Optional.of(UsernameProblem.TAKEN);
        }
        formerNames.release(name.value());
        formerNames.keep(account.username(), me.id(), clock.instant());
        account.rename(name);
        accounts.saveAndFlush(account);
        return Optional.empty();
    }

    /**
     * Closes one's own account, for good.
     *
     * @throws AccountGone when it does not stand any more
     * @throws LastAdministrator when nobody would be left to look after this Barker
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(Viewer me, boolean withBarks) {
        Account account = accounts.lockAdministratorsAnd(Set.of(me.id())).stream()
                .filter(each -> each.id() == me.id() && each.isActive())
                .findFirst()
                .orElseThrow(AccountGone::new);
        if (account.role() == Role.ADMIN && accounts.countOtherActiveAdministrators(me.id()) == 0) {
            throw new LastAdministrator();
        }
        profiles.removeAvatar(me.id());
        addresses.remove(me.id());
        account.close(hashing.decoy(), clock.instant());
        accounts.saveAndFlush(account);
        events.publishEvent(new AccountClosed(me, withBarks));
    }
}
