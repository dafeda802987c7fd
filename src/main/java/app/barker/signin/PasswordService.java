package app.barker.signin;

import app.barker.account.AccountChanges;
import app.barker.account.AccountService;
import app.barker.account.EmailAddresses;
import app.barker.account.HashedPassword;
import app.barker.account.LanguageChoice;
import app.barker.account.PasswordPolicy;
import app.barker.account.PasswordProblem;
import app.barker.account.Person;
import app.barker.shared.Language;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** New passwords: for who knows the old one, and for who has a link instead. Either way the old one's sessions end. */
@Service
public class PasswordService {

    /** A link to choose a new password dies after so long, used or not. */
    public static final Duration LINK_LASTS = Duration.ofHours(1);

    private final AccountService accounts;
    private final AccountChanges changes;
    private final PasswordPolicy passwords;
    private final StepUp stepUp;
    private final SignIns signIns;
    private final SignInThrottle throttle;
    private final OneTimeLinks links;
    private final EmailAddresses addresses;
    private final LanguageChoice languages;
    private final Mails mails;
    private final ObjectProvider<OtherCredentials> others;
    private final SecurityLog log;
    private final TransactionTemplate transaction;

    PasswordService(
            AccountService accounts,
            AccountChanges changes,
            PasswordPolicy passwords,
            StepUp stepUp,
            SignIns signIns,
            SignInThrottle throttle,
            OneTimeLinks links,
            EmailAddresses addresses,
            LanguageChoice languages,
            Mails mails,
            ObjectProvider<OtherCredentials> others,
            SecurityLog log,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.changes = changes;
        this.passwords = passwords;
        this.stepUp = stepUp;
        this.signIns = signIns;
        this.throttle = throttle;
        this.links = links;
        this.addresses = addresses;
        this.languages = languages;
        this.mails = mails;
        this.others = others;
        this.log = log;
        this.transaction = transaction;
    }

    /** What became of a change or a reset. */
    public sealed interface Result {

        /**
         * The new one counts.
         *
         * @param ended other sessions that ended with the old one
         */
        record Changed(int ended) implements Result {}

        /** The current password is another one. */
        record WrongPassword() implements Result {}

        /** Too many wrong ones; nothing was looked at. */
        record Wait() implements Result {}

        record NotGoodEnough(PasswordProblem problem) implements Result {}

        /** The link has been used, is too old, or never was one. */
        record LinkGone() implements Result {}
    }

    /**
     * Changes one's own. Every other session ends in the same transaction; this one stays, and its id should be changed.
     *
     * @param endOthers whether {@link OtherCredentials} end, too
     * @throws SignInOver when the sign-in has ended
     * @throws app.barker.account.HashingBusy when too many passwords are being checked right now
     */
    public Result change(SignedIn me, String current, String chosen, boolean endOthers) {
        switch (stepUp.prove(me, current)) {
            case WRONG -> {
                return new Result.WrongPassword();
            }
            case WAIT -> {
                return new Result.Wait();
            }
            case PROVEN -> {}
        }
        Optional<PasswordProblem> problem = accounts.standingOf(me.viewer().id())
                .flatMap(person -> passwords.problemWith(chosen, person.username()));
        if (problem.isPresent()) {
            return new Result.NotGoodEnough(problem.get());
        }
        HashedPassword hashed = changes.hash(chosen);
        return transaction.execute(tx -> change(me, hashed, endOthers));
    }

    /** What opens the account besides its sessions, by the names that its owner gave. */
    public List<String> otherCredentialsOf(SignedIn me) {
        return others.stream().flatMap(each -> each.namesOf(me).stream()).toList();
    }

    private Result change(SignedIn me, HashedPassword hashed, boolean endOthers) {
        accounts.lockAlone(me.viewer());
        Origin from = signIns.requireProof(me);
        changes.replacePassword(me.viewer().id(), hashed);
        links.end(me.viewer().id(), OneTimeLinks.Purpose.RESET_PASSWORD);
        int ended = signIns.endOthers(me, SignInEnd.PASSWORD_CHANGED);
        if (endOthers) {
            others.forEach(each -> each.endWithPassword(me));
        }
        log.write(SecurityLog.Entry.of(SecurityEventKind.PASSWORD_CHANGED, from)
                .about(me.viewer().id())
                .by(me.viewer().id()));
        return new Result.Changed(ended);
    }

    /**
     * A link with which somebody can choose a new password, once, within {@link #LINK_LASTS}. It ends one that was made before.
     *
     * @param by who hands it out; empty for who looks after the server itself
     * @return the secret that stands at the end of its address
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String makeLink(long accountId, Optional<Long> by, Origin from) {
        String secret = links.make(accountId, OneTimeLinks.Purpose.RESET_PASSWORD, LINK_LASTS);
        SecurityLog.Entry entry =
                SecurityLog.Entry.of(SecurityEventKind.RESET_LINK_MADE, from).about(accountId);
        by.ifPresent(entry::by);
        log.write(entry.tell());
        return secret;
    }

    /** For whoever may read the server's own files, whatever is known of them here. */
    @Transactional
    public Optional<String> makeLinkFor(String username) {
        return accounts.find(username).map(person -> makeLink(person.id(), Optional.empty(), Origin.NOWHERE));
    }

    /** Whether a link can be sent by mail. */
    public boolean sendsMail() {
        return mails.areSent();
    }

    /**
     * Sends a link to those who have confirmed an address and have this name or address. The answer is the same, and takes the
     * same time, whoever that is.
     *
     * @param typed anything
     * @param ofPage in which is written to who has chosen no language
     * @return false when there were too many of late, from there or for that name
     */
    public boolean sendLink(String typed, Origin from, Language ofPage) {
        // Never taken back: a mailbox is not to be filled by strangers.
        if (throttle.admitKnown("forgotten from " + from.network().value()).isEmpty()) {
            return false;
        }
        mails.later(() -> {
            if (throttle.admitKnown("forgotten " + typed.strip().toLowerCase(Locale.ROOT))
                    .isEmpty()) {
                return;
            }
            List<Person> people = typed.contains("@")
                    ? addresses.peopleAt(typed.strip())
                    : accounts.find(typed.strip()).stream().toList();
            people.forEach(person -> addresses.of(person.id()).ifPresent(address -> {
                String secret = transaction.execute(tx -> makeLink(person.id(), Optional.empty(), from));
                Language language = languages.of(person.id()).orElse(ofPage);
                mails.write(address, language, "mail.reset", "/reset/" + secret, person.username());
            }));
        });
        return true;
    }

    /** Whose link this is, as long as it can be used. */
    @Transactional(readOnly = true)
    public Optional<Person> personWithLink(String secret) {
        return links.ownerOf(secret, OneTimeLinks.Purpose.RESET_PASSWORD)
                .flatMap(accounts::standingOf)
                .map(person -> new Person(person.id(), person.username()));
    }

    /**
     * Chooses a new password without the old one. Every session ends.
     *
     * @param secret what a browser sends, so it may be anything
     * @throws app.barker.account.HashingBusy when too many passwords are being checked right now
     */
    public Result reset(String secret, String chosen, Origin from) {
        // Counted as a failure until it was none, as a log-in is.
        Optional<SignInThrottle.Admission> admission =
                throttle.admitKnown("one-time link from " + from.network().value());
        if (admission.isEmpty()) {
            return new Result.Wait();
        }
        Optional<Person> person = personWithLink(secret);
        if (person.isEmpty()) {
            return new Result.LinkGone();
        }
        throttle.succeeded(admission.get());
        Optional<PasswordProblem> problem =
                passwords.problemWith(chosen, person.get().username());
        if (problem.isPresent()) {
            return new Result.NotGoodEnough(problem.get());
        }
        HashedPassword hashed = changes.hash(chosen);
        return transaction.execute(tx -> reset(person.get().id(), secret, hashed, from));
    }

    private Result reset(long accountId, String secret, HashedPassword hashed, Origin from) {
        if (!links.use(secret, OneTimeLinks.Purpose.RESET_PASSWORD)) {
            return new Result.LinkGone();
        }
        changes.replacePassword(accountId, hashed);
        int ended = signIns.endAll(accountId, SignInEnd.PASSWORD_RESET, from);
        log.write(SecurityLog.Entry.of(SecurityEventKind.PASSWORD_RESET, from)
                .about(accountId)
                .tell());
        return new Result.Changed(ended);
    }
}
