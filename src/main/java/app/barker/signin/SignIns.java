package app.barker.signin;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every place where a person is logged in, each a row. Ending the row ends whatever hangs on it, on every node. */
@Service
public class SignIns {

    private final SignInRepository signIns;
    private final AccountService accounts;
    private final SignInTables table;
    private final SecurityLog log;
    private final SessionSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignIns(
            SignInRepository signIns,
            AccountService accounts,
            SignInTables table,
            SecurityLog log,
            SessionSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.table = table;
        this.log = log;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * After the password was right. A person's oldest sign-in ends when there are more than {@link SessionSettings#most}:
     * exactly, for the account's row is locked.
     *
     * @param browserKnown whether the person has logged in with this browser before
     * @throws app.barker.account.AccountGone when the account was banned or closed meanwhile
     */
    @Transactional
    SignIn open(Viewer viewer, Origin from, boolean browserKnown, boolean remembered) {
        accounts.lockAlone(viewer);
        boolean newPlace = !browserKnown
                && signIns.existsByAccountId(viewer.id())
                && !signIns.hasComeFrom(viewer.id(), from.browser(), from.operatingSystem(), from.address());
        Instant now = clock.instant();
        SignIn opened = signIns.saveAndFlush(
                SignIn.byPassword(viewer, from, newPlace, now, settings.longest(remembered), remembered));
        SecurityLog.Entry entry = SecurityLog.Entry.of(SecurityEventKind.SIGNED_IN, from)
                .about(viewer.id())
                .by(viewer.id());
        log.write(newPlace ? entry.tell() : entry);
        List<SignIn> tooMany = signIns.openOf(viewer.id()).stream()
                .filter(signIn -> !signIn.isForLab())
                .skip(settings.most())
                .toList();
        end(viewer.id(), tooMany, SignInEnd.TOO_MANY, from);
        events.publishEvent(new SignInsChanged(viewer.id()));
        return opened;
    }

    /** When somebody was last seen, wherever; empty for who has not been here, or not for so long that nothing is left of it. */
    @Transactional(readOnly = true)
    Optional<Instant> lastSeen(Viewer person) {
        return signIns.lastSeenOf(person.id());
    }

    /** Those that are open, the asking one first, then by when they were last seen; then those that ended of late. */
    @Transactional(readOnly = true)
    public List<OwnSignIn> of(SignedIn me) {
        long account = me.viewer().id();
        Instant since = clock.instant().minus(settings.keepEnded());
        return Stream.concat(signIns.openOf(account).stream(), signIns.endedOf(account, since).stream())
                .map(signIn -> signIn.asSeenFrom(me.signInId()))
                .sorted(OwnSignIn.ORDER)
                .toList();
    }

    /**
     * Ends one of one's own. When this has returned, nothing that it writes is accepted any more.
     *
     * @throws ProofNeeded when the password has to be typed again first
     * @throws SignInNotFound when there is none, or it is another person's, or has ended
     */
    @Transactional
    public void revoke(SignedIn me, long id) {
        letWritesEnd(me);
        SignIn mine = provenOf(me);
        List<SignIn> target = signIns.openOf(me.viewer().id()).stream()
                .filter(signIn -> signIn.id() == id)
                .toList();
        if (target.isEmpty()) {
            throw new SignInNotFound();
        }
        end(me.viewer().id(), target, SignInEnd.REVOKED, mine.origin());
    }

    /**
     * Ends all of one's own but the one that asks.
     *
     * @return how many
     * @throws ProofNeeded when the password has to be typed again first
     */
    @Transactional
    public int revokeOthers(SignedIn me) {
        letWritesEnd(me);
        return endOthers(me, SignInEnd.REVOKED);
    }

    /** The same, for what ends them besides. */
    @Transactional(propagation = Propagation.REQUIRED)
    int endOthers(SignedIn me, SignInEnd why) {
        SignIn mine = provenOf(me);
        List<SignIn> others = signIns.openOf(me.viewer().id()).stream()
                .filter(signIn -> signIn.id() != me.signInId())
                .toList();
        return end(me.viewer().id(), others, why, mine.origin());
    }

    /** Every sign-in of an account, in the transaction of what ends them: a ban, a closing, a reset. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int endAll(long accountId, SignInEnd why, Origin from) {
        int ended = end(accountId, signIns.openOf(accountId), why, from);
        events.publishEvent(new EverySignInEnded(accountId, why));
        return ended;
    }

    /** The same, by somebody who is named in the history. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int endAll(long accountId, SignInEnd why, long by, Origin from) {
        int ended = endAll(accountId, why, from);
        log.write(SecurityLog.Entry.of(SecurityEventKind.SESSIONS_ENDED, from)
                .about(accountId)
                .by(by)
                .detail(String.valueOf(ended))
                .tell());
        return ended;
    }

    @Transactional
    void end(long accountId, long id, SignInEnd why, Origin from) {
        end(accountId, signIns.findById(id).stream().toList(), why, from);
    }

    /**
     * Makes sure that whoever asks has proven who they are within {@link SessionSettings#proofLasts}.
     *
     * @throws ProofNeeded when that is longer ago
     * @throws SignInOver when the sign-in has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Origin requireProof(SignedIn me) {
        return provenOf(me).origin();
    }

    /** From where somebody is logged in; throws {@link SignInOver} when the sign-in has ended. */
    public Origin originOf(SignedIn me) {
        return openOf(me).origin();
    }

    /** Whether it has neither ended nor run out. */
    @Transactional(readOnly = true)
    public boolean isOpen(SignedIn me) {
        return find(me).isPresent();
    }

    /** Those, of everybody, that have ended since then. */
    @Transactional(readOnly = true)
    public List<Long> endedSince(Instant since) {
        return signIns.endedSince(since).stream()
                .map(SignInRepository.Ended::getId)
                .toList();
    }

    /** Ended sign-ins, and all that hangs on them, after {@link SessionSettings#keepEnded}; the history after its own time. */
    @Transactional
    void forgetOld() {
        Instant now = clock.instant();
        table.forget(now.minus(settings.keepEnded()), now.minus(settings.keepHistory()));
    }

    private void letWritesEnd(SignedIn me) {
        accounts.lockAlone(me.viewer());
    }

    private SignIn provenOf(SignedIn me) {
        SignIn mine = openOf(me);
        if (!mine.isProvenAt(clock.instant(), settings.proofLasts())) {
            throw new ProofNeeded();
        }
        return mine;
    }

    /** @throws SignInOver when it has ended */
    SignIn openOf(SignedIn me) {
        return find(me).orElseThrow(SignInOver::new);
    }

    private Optional<SignIn> find(SignedIn me) {
        return signIns.findById(me.signInId())
                .filter(signIn -> signIn.accountId() == me.viewer().id())
                .filter(signIn -> signIn.isOpenAt(clock.instant()));
    }

    private int end(long accountId, List<SignIn> ending, SignInEnd why, Origin from) {
        List<Long> ended = new ArrayList<>();
        for (SignIn signIn : ending) {
            if (signIns.end(signIn.id(), clock.instant(), why) == 1) {
                ended.add(signIn.id());
                if (!signIn.isForLab()) {
                    log.write(entryOf(accountId, signIn, why, from));
                }
            }
        }
        if (!ended.isEmpty()) {
            events.publishEvent(new SignInsEnded(accountId, List.copyOf(ended), why));
            events.publishEvent(new SignInsChanged(accountId));
        }
        return ended.size();
    }

    /** An idle one ends quietly; what somebody else may have caused is told. */
    private static SecurityLog.Entry entryOf(long accountId, SignIn signIn, SignInEnd why, Origin from) {
        boolean ofTheSignIn = why.isByTime() || why.isByAdministrator() || why == SignInEnd.REPLACED;
        Origin where = ofTheSignIn ? signIn.origin() : from;
        SecurityLog.Entry entry = SecurityLog.Entry.of(SecurityEventKind.SIGN_IN_ENDED, where)
                .about(accountId)
                .detail(why.name());
        return why == SignInEnd.TOO_MANY || why == SignInEnd.REPLAYED ? entry.tell() : entry;
    }
}
