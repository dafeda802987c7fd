package app.barker.account;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing people up and knowing them again. */
@Service
public class AccountService {

    private static final Logger LOG = LoggerFactory.getLogger(AccountService.class);

    private final AccountRepository accounts;
    private final FormerUsernames formerNames;
    private final Installation installation;
    private final SetupCode setupCode;
    private final PasswordPolicy passwords;
    private final PasswordHashing hashing;
    private final ObjectProvider<WriteCondition> writeConditions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            FormerUsernames formerNames,
            Installation installation,
            SetupCode setupCode,
            PasswordPolicy passwords,
            PasswordHashing hashing,
            ObjectProvider<WriteCondition> writeConditions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.formerNames = formerNames;
        this.installation = installation;
        this.setupCode = setupCode;
        this.passwords = passwords;
        this.hashing = hashing;
        this.writeConditions = writeConditions;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Signs a person up. The first one of an installation becomes its administrator: exactly one, whoever commits first.
     * Among many who want one name at once, one gets it and the others are told that it is taken.
     *
     * @throws HashingBusy when too many sign up or log in right now
     */
    public SignUpResult signUp(String username, String password, String typedSetupCode) {
        Optional<UsernameProblem> nameProblem = problemWithNewUsername(username);
        Optional<PasswordProblem> passwordProblem = passwords.problemWith(password, username);
        boolean codeWrong = setupCode.isAskedFor() && !setupCode.accepts(typedSetupCode);
        if (nameProblem.isPresent() || passwordProblem.isPresent() || codeWrong) {
            return new SignUpResult.Refused(nameProblem, passwordProblem, codeWrong);
        }
        Username name = new Username(username);
        // Hashed before the transaction begins: a connection must not wait for it.
        String hash = hashing.hash(Password.of(password).orElseThrow());
        return store(Account.of(name, hash, clock.instant()), typedSetupCode);
    }

    /** What is wrong with a name for a new account, {@link UsernameProblem#TAKEN} included. */
    @Transactional(readOnly = true)
    public Optional<UsernameProblem> problemWithNewUsername(String typed) {
        return Username.problemWith(typed)
                .or(() -> isTaken(typed.toLowerCase(Locale.ROOT))
                        ? Optional.of(UsernameProblem.TAKEN)
                        : Optional.empty());
    }

    private boolean isTaken(String name) {
        return accounts.existsByUsername(name) || formerNames.ownerOf(name).isPresent();
    }

    /** Whether a sign-up needs the set-up code that the log printed at the start. */
    public boolean asksForSetupCode() {
        return setupCode.isAskedFor();
    }

    /**
     * Who has this name and this password; both may be anything. An unknown name, and the account of somebody who may not log
     * in, take the same time as a wrong password.
     *
     * @throws HashingBusy when too many sign up or log in right now
     */
    public PasswordCheck authenticate(String username, String typedPassword) {
        return check(
                Username.problemWithForm(username).isEmpty()
                        ? accounts.findByUsername(username.toLowerCase(Locale.ROOT))
                        : Optional.empty(),
                typedPassword);
    }

    /**
     * Whether this is the password of somebody who is logged in.
     *
     * @throws HashingBusy when too many sign up or log in right now
     */
    public PasswordCheck authenticate(Viewer me, String typedPassword) {
        return check(accounts.findById(me.id()), typedPassword);
    }

    private PasswordCheck check(Optional<Account> found, String typedPassword) {
        Optional<Account> account = found.filter(each -> !each.isClosed());
        String hash = account.map(Account::passwordHash).orElse(hashing.decoy());
        Password password = Password.of(typedPassword).orElse(Password.NEVER_RIGHT);
        boolean matches = hashing.matches(password, hash) && password != Password.NEVER_RIGHT;
        if (account.isEmpty()) {
            return new PasswordCheck.Unknown();
        }
        if (!matches) {
            return new PasswordCheck.Wrong(account.get().id());
        }
        if (hashing.isOutdated(hash)) {
            renewHash(account.get().id(), hash, hashing.hash(password));
        }
        return account.get().isBanned()
                ? new PasswordCheck.Barred(account.get().id())
                : new PasswordCheck.Right(account.get().asViewer());
    }

    /** Whose name this is; it may be anything. Also of those who may not log in. */
    @Transactional(readOnly = true)
    public OptionalLong idOf(String username) {
        return find(username).map(person -> OptionalLong.of(person.id())).orElse(OptionalLong.empty());
    }

    /** Whoever has this id, as long as they may log in: with the name and the role that they have now. */
    @Transactional(readOnly = true)
    public Optional<Viewer> findActive(long id) {
        return accounts.findById(id).filter(Account::isActive).map(Account::asViewer);
    }

    /** Who has this name, which may be anything; upper case does not matter. */
    @Transactional(readOnly = true)
    public Optional<Person> find(String username) {
        return Username.problemWithForm(username).isEmpty()
                ? accounts.findPerson(username.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** What somebody is called now who once had this name, which may be anything. */
    @Transactional(readOnly = true)
    public Optional<String> presentNameOf(String formerName) {
        return Username.problemWithForm(formerName).isEmpty()
                ? formerNames.presentNameOf(formerName.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Those whose name begins like this, which may be anything; the first by name. */
    @Transactional(readOnly = true)
    public List<PersonStanding> standingOfThose(String prefix, int most) {
        String pattern = prefix.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return accounts.findByPattern(pattern, Limit.of(most)).stream()
                .map(Account::standing)
                .toList();
    }

    /** Of one person, banned or not; empty when the account is closed. */
    @Transactional(readOnly = true)
    public Optional<PersonStanding> standingOf(long accountId) {
        return accounts.findById(accountId)
                .filter(account -> !account.isClosed())
                .map(Account::standing);
    }

    /**
     * Makes sure that a writer's account still stands and is not banned, and that both hold until the transaction ends.
     *
     * @throws AccountGone when it does not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockForWriting(Viewer me) {
        if (accounts.lockForWriting(me.id()).filter(Account::isActive).isEmpty()) {
            throw new AccountGone();
        }
        writeConditions.forEach(condition -> condition.require(me));
    }

    /**
     * Makes sure that no write of these people is in flight, and that none begins until the transaction ends: what they wrote
     * before is committed and will be read. Nothing else may be locked yet. Takes the locks in the order of the ids, so that
     * two who lock each other do not wait for ever.
     *
     * @return whether the others' accounts stand
     * @throws AccountGone when one's own does not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lockAlone(Viewer me, long... others) {
        long[] inOrder = LongStream.concat(LongStream.of(me.id()), LongStream.of(others))
                .sorted()
                .distinct()
                .toArray();
        boolean allStand = true;
        for (long id : inOrder) {
            Optional<Account> account = accounts.lockAlone(id);
            if (id == me.id() && account.filter(Account::isActive).isEmpty()) {
                throw new AccountGone();
            }
            allStand &= account.filter(each -> !each.isClosed()).isPresent();
        }
        writeConditions.forEach(condition -> condition.require(me));
        return allStand;
    }

    private SignUpResult store(Account account, String typedSetupCode) {
        try {
            return transaction.execute(tx -> claimAndSave(account, typedSetupCode));
        } catch (DataIntegrityViolationException lostTheRace) {
            return new SignUpResult.Refused(Optional.of(UsernameProblem.TAKEN), Optional.empty(), false);
        }
    }

    private SignUpResult claimAndSave(Account account, String typedSetupCode) {
        boolean first = !installation.hasAdministrator() && !installation.hasAdministratorForSure();
        if (first && !setupCode.accepts(typedSetupCode)) {
            return new SignUpResult.Refused(Optional.empty(), Optional.empty(), true);
        }
        if (first) {
            account.take(Role.ADMIN);
        }
        Account saved = accounts.saveAndFlush(account);
        // Looked at after the row stands: whoever gives this name up at this moment has committed by now.
        if (formerNames.ownerOf(saved.username()).isPresent()) {
            throw new DataIntegrityViolationException("Somebody's former name");
        }
        if (first) {
            installation.claimFor(saved);
        }
        events.publishEvent(new AccountCreated(saved.id(), saved.asViewer().username()));
        LOG.info("{} signed up", saved);
        return new SignUpResult.SignedUp(saved.asViewer());
    }

    /** Leaves a hash alone that has changed meanwhile. */
    private void renewHash(long id, String outdated, String renewed) {
        transaction.executeWithoutResult(tx -> accounts.findById(id)
                .filter(account -> account.passwordHash().equals(outdated))
                .ifPresent(account -> account.replacePasswordHash(renewed)));
    }
}
