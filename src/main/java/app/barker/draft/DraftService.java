package app.barker.draft;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkText;
import app.barker.shared.Allowance;
import app.barker.shared.LimitReached;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what a person writes until it is sent. Each draft is its owner's alone: keys of somebody else lead nowhere.
 *
 * <p>A key belongs to words. Whoever saves other words names the keys that the text had before, and takes the place of the one
 * that is still there. Where none is, somebody else has gone on with it, or sent it, or thrown it away: what is saved then is a
 * draft of its own, so that two places never overwrite each other (docs/decisions/0025).
 */
@Service
public class DraftService {

    /** Of one person. */
    public static final int MOST = 50;

    /** In UTF-16 units: four barks of the longest kind. */
    public static final int LONGEST = 8 * BarkText.MOST_CODE_POINTS;

    /** One each second in two places. */
    private static final int SAVES_PER_MINUTE = 120;

    private final DraftTable table;
    private final AccountService accounts;
    private final Allowance allowance;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftService(DraftTable table, AccountService accounts, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.allowance = new Allowance(SAVES_PER_MINUTE, Duration.ofMinutes(1), clock);
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a text as it is now. One without anything in it is kept no more, and neither is what has been posted meanwhile.
     *
     * @return why it was not kept, if so
     * @throws LimitReached when the person has saved too often of late
     * @throws AccountGone when their account does not stand any more
     */
    public Optional<DraftProblem> save(Viewer me, Writing writing) {
        // No text in PostgreSQL can hold it.
        String text = writing.text().replace("\0", "");
        if (text.length() > LONGEST) {
            return Optional.of(DraftProblem.TOO_LONG);
        }
        allowance.take(me.id());
        return transaction.execute(tx -> {
            // Alone, so that two places that save at once do so one after the other.
            accounts.lockAlone(me);
            if (text.isBlank() || table.isPosted(me.id(), writing.key())) {
                table.delete(me.id(), keysOf(writing));
                return Optional.empty();
            }
            Draft draft = new Draft(writing.key(), text, writing.inReplyTo(), clock.instant());
            return replaced(me, draft, writing) ? Optional.empty() : added(me, draft);
        });
    }

    /** The latest first. */
    public List<Draft> draftsOf(Viewer me) {
        return table.all(me.id());
    }

    /** Empty when it was sent or thrown away meanwhile, or gone on with elsewhere. */
    public Optional<Draft> find(Viewer me, UUID key) {
        return table.find(me.id(), key);
    }

    /**
     * Throws drafts away. What is not there, or somebody else's, is left alone.
     *
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    public void discard(Viewer me, Collection<UUID> keys) {
        transaction.executeWithoutResult(tx -> {
            accounts.lockAlone(me);
            table.delete(me.id(), keys);
        });
    }

    private boolean replaced(Viewer me, Draft draft, Writing writing) {
        return keysOf(writing).stream().anyMatch(key -> table.replace(me.id(), key, draft));
    }

    private Optional<DraftProblem> added(Viewer me, Draft draft) {
        if (table.count(me.id()) >= MOST) {
            return Optional.of(DraftProblem.TOO_MANY);
        }
        table.insert(me.id(), draft);
        return Optional.empty();
    }

    private static List<UUID> keysOf(Writing writing) {
        return Stream.concat(Stream.of(writing.key()), writing.earlier().stream())
                .distinct()
                .toList();
    }
}
