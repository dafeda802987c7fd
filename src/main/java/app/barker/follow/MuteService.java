package app.barker.follow;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.follow.MuteTable.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody does not want to read: a person, a word, a thread. Nobody else learns of it. To mute again replaces the end;
 * one that is a century away, or further, is none.
 *
 * <p>Every writing method throws {@link AccountGone} when the account of the one who asks does not stand any more.
 */
@Service
public class MuteService {

    /** Each is sought in every new bark. */
    static final int MOST_WORDS = 500;

    /** Beyond, the thread that was muted first comes back: it has long gone quiet. */
    static final int MOST_THREADS = 1_000;

    private static final Duration CENTURY = Duration.ofDays(36_525);

    private final AccountService accounts;
    private final BlockService blocks;
    private final MuteTable table;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MuteService(
            AccountService accounts,
            BlockService blocks,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.blocks = blocks;
        this.table = new MuteTable(jdbc);
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Mutes somebody; follows and blocks are not touched.
     *
     * @throws PersonNotFound for a name that leads to nobody, to oneself or behind a block
     */
    public void mutePerson(Viewer me, String username, Optional<Duration> length) {
        change(me, now -> {
            long personId = blocks.findAcrossNoBlock(me, username).id();
            table.put(me.id(), Kind.PERSON, personId, end(now, length), now);
            return true;
        });
    }

    /** Does nothing for whom one has not muted, or cannot find. */
    public void unmutePerson(Viewer me, String username) {
        change(
                me,
                now -> accounts.find(username)
                        .filter(person -> table.delete(me.id(), Kind.PERSON, person.id()) > 0)
                        .isPresent());
    }

    /**
     * Mutes what is said below a bark.
     *
     * @param rootId the first bark of the thread; a number that is none hides nothing
     */
    public void muteThread(Viewer me, long rootId, Optional<Duration> length) {
        change(me, now -> {
            table.put(me.id(), Kind.THREAD, rootId, end(now, length), now);
            table.deleteOldest(me.id(), Kind.THREAD, MOST_THREADS);
            return true;
        });
    }

    /** Does nothing for a thread that one has not muted. */
    public void unmuteThread(Viewer me, long rootId) {
        change(me, now -> table.delete(me.id(), Kind.THREAD, rootId) > 0);
    }

    /**
     * Mutes a word or a short phrase, in whatever case and with whatever accents it is written.
     *
     * @return why nothing was muted, if so
     */
    public Optional<MuteWordProblem> muteWord(Viewer me, String typed, Optional<Duration> length) {
        Optional<MuteWordProblem> problem = MuteWord.problemWith(typed);
        if (problem.isPresent()) {
            return problem;
        }
        String phrase = new MuteWord(typed).phrase();
        boolean muted = change(me, now -> {
            if (table.count(me.id(), Kind.WORD) >= MOST_WORDS && !table.holds(me.id(), Kind.WORD, phrase)) {
                return false;
            }
            table.put(me.id(), Kind.WORD, phrase, end(now, length), now);
            return true;
        });
        return muted ? Optional.empty() : Optional.of(MuteWordProblem.TOO_MANY);
    }

    /** Those in force, the latest first. */
    public List<Mute> mutesOf(Viewer me) {
        return table.inForce(me.id(), clock.instant());
    }

    /** Ends one of one's own; somebody else's id, or none, does nothing. */
    public void unmute(Viewer me, long muteId) {
        change(me, now -> table.delete(me.id(), muteId) > 0);
    }

    @FunctionalInterface
    private interface Change {
        /** Whether anything is different now. */
        boolean at(Instant now);
    }

    private boolean change(Viewer me, Change change) {
        return transaction.execute(tx -> {
            // Alone, so that two changes at once are one after the other: no row twice, no limit passed.
            accounts.lockAlone(me);
            Instant now = clock.instant();
            table.deleteEnded(me.id(), now);
            boolean changed = change.at(now);
            if (changed) {
                events.publishEvent(new RelationsChanged(me.id()));
            }
            return changed;
        });
    }

    /** Nothing that a browser can ask for leaves the calendar; what is not positive ends now. */
    private static Optional<Instant> end(Instant now, Optional<Duration> length) {
        return length.filter(wanted -> wanted.compareTo(CENTURY) < 0)
                .map(wanted -> now.plus(wanted.isNegative() ? Duration.ZERO : wanted));
    }
}
