package app.barker.bark;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Posting and deleting barks. */
@Service
public class BarkService {

    private final BarkRepository barks;
    private final AccountService accounts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BarkService(
            BarkRepository barks,
            AccountService accounts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.barks = barks;
        this.accounts = accounts;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Posts a bark. The same key of the same author posts once, also from two calls at the same moment: the second gets
     * the first bark back, whatever its text.
     *
     * @throws AccountGone when the author's account does not stand any more
     */
    public BarkCard post(Viewer me, BarkText text, UUID postKey) {
        try {
            return postOnce(me, text, postKey);
        } catch (DataIntegrityViolationException postedMeanwhile) {
            return postOnce(me, text, postKey);
        }
    }

    /**
     * Deletes one's own bark for good.
     *
     * @throws NotYourBark when it is somebody else's, or gone
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public void delete(Viewer me, long barkId) {
        accounts.lockForWriting(me);
        Optional<Bark> mine = barks.lockForDeleting(barkId).filter(bark -> bark.isBy(me));
        Bark bark = mine.orElseThrow(NotYourBark::new);
        barks.delete(bark);
        events.publishEvent(bark.deleted());
    }

    private BarkCard postOnce(Viewer me, BarkText text, UUID postKey) {
        return transaction.execute(tx -> {
            accounts.lockForWriting(me);
            return barks.findByAuthorIdAndPostKey(me.id(), postKey)
                    .orElseGet(() -> store(Bark.by(me, text, postKey, clock.instant())))
                    .asCardFor(me);
        });
    }

    private Bark store(Bark bark) {
        Bark stored = barks.saveAndFlush(bark);
        events.publishEvent(stored.posted());
        return stored;
    }
}
