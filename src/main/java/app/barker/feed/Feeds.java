package app.barker.feed;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Person;
import app.barker.account.Viewer;
import app.barker.bark.RichText;
import app.barker.follow.Readers;
import app.barker.shared.Characters;
import app.barker.shared.Secret;
import app.barker.signin.EverySignInEnded;
import app.barker.signin.Origin;
import app.barker.signin.OtherCredentials;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityLog;
import app.barker.signin.SignInEnd;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The feeds that somebody has turned on: each with a secret of its own, so that an address that went astray opens one list and ends
 * alone. Made and seen by their owner in a browser alone.
 */
@Service
public class Feeds implements OtherCredentials {

    /** A reader may come often; the row need not know that so exactly. */
    private static final Duration READ_AT_MOST_EVERY = Duration.ofMinutes(1);

    /** With these goes what was made while they lasted; a ban lets nobody read on. */
    private static final Set<SignInEnd> ENDS = Set.of(SignInEnd.BANNED, SignInEnd.CLOSED, SignInEnd.PASSWORD_RESET);

    private final FeedTable table;
    private final AccountService accounts;
    private final Readers readers;
    private final SignIns signIns;
    private final SecurityLog log;
    private final FeedSettings settings;
    private final Clock clock;

    Feeds(
            FeedTable table,
            AccountService accounts,
            Readers readers,
            SignIns signIns,
            SecurityLog log,
            FeedSettings settings,
            Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.readers = readers;
        this.signIns = signIns;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of the wish for one. */
    public sealed interface Result {

        /**
         * It can be read from now on.
         *
         * @param secret the end of its address, which is nowhere else
         */
        record Made(FeedSubject subject, String secret) implements Result {}

        record Refused(FeedProblem problem) implements Result {}
    }

    /**
     * Turns one on for oneself.
     *
     * @throws ProofNeeded when the password has to be typed again first
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public Result make(SignedIn me, NewFeed wanted) {
        Origin from = signIns.requireProof(me);
        // Alone, so that two at once do not both count one too few.
        accounts.lockAlone(me.viewer());
        Optional<FeedSubject> subject = subject(me.viewer(), wanted);
        if (subject.isEmpty()) {
            return new Result.Refused(wanted.kind() == NewFeed.Kind.TAG ? FeedProblem.NO_TAG : FeedProblem.NOBODY);
        }
        List<OwnFeed> own = table.of(me.viewer().id());
        if (own.stream().anyMatch(feed -> feed.subject().equals(subject.get()))) {
            return new Result.Refused(FeedProblem.THERE_ALREADY);
        }
        if (own.size() >= settings.most()) {
            return new Result.Refused(FeedProblem.TOO_MANY);
        }
        String secret = Secret.draw();
        table.insert(me.viewer().id(), subject.get(), secret, clock.instant());
        write(SecurityEventKind.FEED_MADE, me, from, subject.get());
        return new Result.Made(subject.get(), secret);
    }

    /** One's own, the newest first. */
    @Transactional(readOnly = true)
    public List<OwnFeed> of(SignedIn me) {
        return table.of(me.viewer().id());
    }

    /**
     * Gives one of one's own another address; at the old one there is nothing from now on.
     *
     * @throws ProofNeeded when the password has to be typed again first
     * @throws FeedNotFound when there is none, or it is another person's
     */
    @Transactional
    public Result.Made renew(SignedIn me, long id) {
        Origin from = signIns.requireProof(me);
        accounts.lockAlone(me.viewer());
        OwnFeed feed = find(me, id);
        String secret = Secret.draw();
        table.renew(me.viewer().id(), id, secret);
        write(SecurityEventKind.FEED_MADE, me, from, feed.subject());
        return new Result.Made(feed.subject(), secret);
    }

    /**
     * Turns one of one's own off, for good. Needs no proof: whoever has seen an address leak must not look for a password first.
     *
     * @throws FeedNotFound when there is none, or it is another person's
     */
    @Transactional
    public void revoke(SignedIn me, long id) {
        Origin from = signIns.originOf(me);
        accounts.lockAlone(me.viewer());
        OwnFeed feed = find(me, id);
        table.delete(me.viewer().id(), id);
        write(SecurityEventKind.FEED_REVOKED, me, from, feed.subject());
    }

    /** What a secret, which may be anything, opens; the same work whatever it is. */
    @Transactional(readOnly = true)
    Optional<FeedTable.Found> find(String secret) {
        return table.find(secret);
    }

    /** Notes that one was read. */
    @Transactional
    void read(OwnFeed feed, String address) {
        Instant now = clock.instant();
        if (feed.lastReadAt()
                .filter(last -> last.plus(READ_AT_MOST_EVERY).isAfter(now))
                .isEmpty()) {
            table.read(feed.id(), now, address);
        }
    }

    @Override
    public List<String> namesOf(SignedIn me) {
        return of(me).stream()
                .map(feed -> ("Atom " + feed.subject().name()).strip())
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void endWithPassword(SignedIn me) {
        table.deleteAllOf(me.viewer().id());
    }

    @EventListener
    void endWith(EverySignInEnded ended) {
        if (ENDS.contains(ended.why())) {
            table.deleteAllOf(ended.accountId());
        }
        if (ended.why() == SignInEnd.CLOSED) {
            table.deleteThoseOf(ended.accountId());
        }
    }

    private Optional<FeedSubject> subject(Viewer me, NewFeed wanted) {
        String name = Characters.strip(wanted.name());
        return switch (wanted.kind()) {
            case HOME -> Optional.of(new FeedSubject.Home());
            case PERSON ->
                accounts.find(without('@', name))
                        .filter(person -> !readers.rulesOf(me).isBlocked(person.id()))
                        .map(Feeds::ofPerson);
            case TAG -> RichText.tag(without('#', name)).map(FeedSubject.Tagged::new);
        };
    }

    private static FeedSubject ofPerson(Person person) {
        return new FeedSubject.OfPerson(person.id(), person.username());
    }

    private static String without(char sign, String name) {
        return name.indexOf(sign) == 0 ? name.substring(1) : name;
    }

    private OwnFeed find(SignedIn me, long id) {
        return table.of(me.viewer().id()).stream()
                .filter(feed -> feed.id() == id)
                .findFirst()
                .orElseThrow(FeedNotFound::new);
    }

    private void write(SecurityEventKind kind, SignedIn me, Origin from, FeedSubject subject) {
        log.write(SecurityLog.Entry.of(kind, from)
                .about(me.viewer().id())
                .by(me.viewer().id())
                .detail(subject.name()));
    }
}
