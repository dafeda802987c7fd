package app.barker.signin;

import app.barker.account.AccountService;
import app.barker.account.EmailAddresses;
import app.barker.account.LanguageChoice;
import app.barker.shared.Language;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The address that a person may give: unused until they have opened the link that was sent there. */
@Service
public class EmailService {

    /** A link to confirm an address dies after so long. */
    public static final Duration LINK_LASTS = Duration.ofDays(1);

    private final AccountService accounts;
    private final EmailAddresses addresses;
    private final LanguageChoice languages;
    private final SignIns signIns;
    private final SignInThrottle throttle;
    private final OneTimeLinks links;
    private final Mails mails;
    private final SecurityLog log;
    private final TransactionTemplate transaction;

    EmailService(
            AccountService accounts,
            EmailAddresses addresses,
            LanguageChoice languages,
            SignIns signIns,
            SignInThrottle throttle,
            OneTimeLinks links,
            Mails mails,
            SecurityLog log,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.languages = languages;
        this.signIns = signIns;
        this.throttle = throttle;
        this.links = links;
        this.mails = mails;
        this.log = log;
        this.transaction = transaction;
    }

    /** What became of an address that somebody gave. */
    public enum Outcome {
        /** A link is on its way there. */
        SENT,
        /** Nobody could write there. */
        NOT_AN_ADDRESS,
        /** Too many links of late. */
        WAIT
    }

    /** Whether this Barker writes to people at all. */
    public boolean isOn() {
        return mails.areSent();
    }

    /** One's own, when it is confirmed. */
    public Optional<String> of(SignedIn me) {
        return addresses.of(me.viewer().id());
    }

    /** One's own that waits to be confirmed. */
    public Optional<String> waitingOf(SignedIn me) {
        return links.addressWaiting(me.viewer().id());
    }

    /**
     * Sends a link to an address; once it is opened, that is one's address. The one before is told.
     *
     * @param ofPage in which is written to who has chosen no language
     * @throws ProofNeeded when the password has to be typed again first
     */
    public Outcome give(SignedIn me, String typed, Language ofPage) {
        String address = typed.strip();
        long account = me.viewer().id();
        Origin from = transaction.execute(tx -> signIns.requireProof(me));
        if (!EmailAddresses.isOne(address)) {
            return Outcome.NOT_AN_ADDRESS;
        }
        // Never taken back: nobody sends mail without end, to whomever.
        if (throttle.admitKnown("address of " + account).isEmpty()) {
            return Outcome.WAIT;
        }
        String secret = transaction.execute(tx -> {
            accounts.lockAlone(me.viewer());
            log.write(SecurityLog.Entry.of(SecurityEventKind.EMAIL_CHANGED, from)
                    .about(account)
                    .by(account));
            return links.makeFor(account, address.toLowerCase(Locale.ROOT), LINK_LASTS);
        });
        String username = me.viewer().username();
        Language language = languages.of(account).orElse(ofPage);
        addresses
                .of(account)
                .filter(old -> !old.equalsIgnoreCase(address))
                .ifPresent(old -> mails.later(
                        () -> mails.write(old, language, "mail.address-changes", "/settings/account", username)));
        mails.later(() -> mails.write(address, language, "mail.confirm", "/confirm/" + secret, username));
        return Outcome.SENT;
    }

    /**
     * Takes the address away, also one that waits.
     *
     * @throws ProofNeeded when the password has to be typed again first
     */
    public void remove(SignedIn me) {
        transaction.executeWithoutResult(tx -> {
            Origin from = signIns.requireProof(me);
            accounts.lockAlone(me.viewer());
            addresses.remove(me.viewer().id());
            links.end(me.viewer().id(), OneTimeLinks.Purpose.CONFIRM_EMAIL);
            log.write(SecurityLog.Entry.of(SecurityEventKind.EMAIL_CHANGED, from)
                    .about(me.viewer().id())
                    .by(me.viewer().id()));
        });
    }

    /**
     * Whoever has the link that was sent there reads what comes there.
     *
     * @param secret what a browser sends, so it may be anything
     * @return whether it was one that could be used
     */
    public boolean confirm(String secret, Origin from) {
        Optional<SignInThrottle.Admission> admission =
                throttle.admitKnown("one-time link from " + from.network().value());
        if (admission.isEmpty()) {
            return false;
        }
        boolean done = Boolean.TRUE.equals(transaction.execute(tx -> links.confirm(secret)
                .filter(confirmed -> accounts.standingOf(confirmed.accountId()).isPresent())
                .map(confirmed -> {
                    addresses.set(confirmed.accountId(), confirmed.address());
                    log.write(SecurityLog.Entry.of(SecurityEventKind.EMAIL_CONFIRMED, from)
                            .about(confirmed.accountId()));
                    return true;
                })
                .orElse(false)));
        if (done) {
            throttle.succeeded(admission.get());
        }
        return done;
    }
}
