package app.barker.bark;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.media.Media;
import app.barker.media.MediaRefused;
import app.barker.media.MediaService;
import app.barker.shared.Allowance;
import app.barker.shared.LimitReached;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Posting, editing and deleting barks. */
@Service
public class BarkService {

    private final BarkRepository barks;
    private final BarkAccess access;
    private final BarkIndex index;
    private final BarkRemains remains;
    private final MediaService media;
    private final AccountService accounts;
    private final Allowance allowance;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BarkService(
            BarkRepository barks,
            BarkAccess access,
            BarkIndex index,
            BarkRemains remains,
            MediaService media,
            AccountService accounts,
            Allowance barkAllowance,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.barks = barks;
        this.access = access;
        this.index = index;
        this.remains = remains;
        this.media = media;
        this.accounts = accounts;
        this.allowance = barkAllowance;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Posts a bark and returns its id. The same key of the same author posts once, also from two calls at the same moment:
     * the second gets the first bark's id back, whatever its text.
     *
     * @throws BarkNotFound when what it answers is gone, or not for the author to see
     * @throws MediaRefused when it cannot show what it was to show
     * @throws LimitReached when the author has barked too often of late
     * @throws AccountGone when the author's account does not stand any more
     */
    public long post(Viewer me, NewBark bark) {
        try {
            return postOnce(me, bark);
        } catch (DataIntegrityViolationException postedMeanwhile) {
            return postOnce(me, bark);
        }
    }

    /**
     * Says something else in a bark of one's own. What it said before stays in its history; the same words again change
     * nothing.
     *
     * @param quoting the bark whose link stands in the new text
     * @throws NotYourBark when it is somebody else's, or gone
     * @throws LimitReached when the author has barked or edited too often of late
     */
    @Transactional
    public void edit(Viewer me, long barkId, BarkText text, Optional<Long> quoting) {
        accounts.lockForWriting(me);
        Bark bark = lockOwn(me, barkId);
        if (bark.saysAlready(text)) {
            return;
        }
        allowance.take(me.id());
        remains.keepVersion(bark);
        bark.reword(text, quoting.flatMap(id -> quotable(me, bark, id)), clock.instant());
        barks.saveAndFlush(bark);
        index.replace(me, bark);
        events.publishEvent(new BarkEdited(barkId, me.id()));
        events.publishEvent(new BarkChanged(barkId));
    }

    /**
     * Deletes one's own bark for good: text, history, pictures, likes and rebarks, and what shows it elsewhere. Where others have
     * replied, a tombstone keeps their place.
     *
     * @throws NotYourBark when it is somebody else's, or gone
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public void delete(Viewer me, long barkId) {
        accounts.lockForWriting(me);
        remove(lockOwn(me, barkId));
    }

    /**
     * Deletes one's own bark to have it said anew: its pictures stay, for another one.
     *
     * @return its pictures, in their order
     * @throws NotYourBark when it is somebody else's, or gone
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public List<Media> takeBack(Viewer me, long barkId) {
        accounts.lockForWriting(me);
        Bark bark = lockOwn(me, barkId);
        List<Media> pictures = media.release(bark.id());
        remove(bark);
        return pictures;
    }

    private void remove(Bark bark) {
        if (barks.existsByParentId(bark.id())) {
            remains.bury(bark);
        }
        remains.barksThatShow(bark).forEach(quoting -> events.publishEvent(new BarkChanged(quoting)));
        barks.delete(bark);
        events.publishEvent(new BarkDeleted(bark.id()));
        bark.parentId().ifPresent(parent -> events.publishEvent(new BarkChanged(parent)));
    }

    /**
     * What one's own bark says, as it was typed.
     *
     * @throws NotYourBark when it is somebody else's, or gone
     */
    @Transactional(readOnly = true)
    public String textOf(Viewer me, long barkId) {
        return barks.find(barkId).filter(bark -> bark.isBy(me)).map(Bark::text).orElseThrow(NotYourBark::new);
    }

    /**
     * What a bark has said, newest first, at most {@link BarkRemains#MOST_VERSIONS}. Whoever can read it can read that too.
     *
     * @throws BarkNotFound when there is none for this reader
     */
    @Transactional(readOnly = true)
    public List<BarkVersion> history(Viewer me, long barkId) {
        return remains.versionsOf(access.read(me, barkId));
    }

    /**
     * Makes sure that a bark is there for a reader, and stays until the transaction ends.
     *
     * @throws BarkNotFound when there is none for this reader
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Viewer me, long barkId) {
        access.hold(me, barkId);
    }

    /**
     * Takes one's own bark out of another one that quotes it, for everybody and for good.
     *
     * @throws NotYourBark when what is quoted there is not one's own, or the quoting bark is not there
     */
    @Transactional
    public void detachQuote(Viewer me, long quotingId) {
        accounts.lockForWriting(me);
        Bark quoting = barks.lockAlone(quotingId).orElseThrow(NotYourBark::new);
        if (quoting.quotedId()
                .flatMap(barks::find)
                .filter(quoted -> quoted.isBy(me))
                .isEmpty()) {
            throw new NotYourBark();
        }
        quoting.detachQuote();
        events.publishEvent(new BarkChanged(quotingId));
    }

    private long postOnce(Viewer me, NewBark bark) {
        return transaction.execute(tx -> {
            accounts.lockForWriting(me);
            return barks.findPosted(me.id(), bark.postKey()).map(Bark::id).orElseGet(() -> store(me, bark));
        });
    }

    private long store(Viewer me, NewBark said) {
        Bark bark = Bark.by(me, said.text(), said.postKey(), clock.instant());
        said.inReplyTo().map(id -> access.hold(me, id)).ifPresent(bark::answer);
        said.quoting().flatMap(id -> access.find(me, id)).ifPresent(bark::quote);
        allowance.take(me.id());
        Bark stored = barks.saveAndFlush(bark);
        media.attach(me, stored.id(), said.media());
        index.add(me, stored);
        events.publishEvent(stored.posted());
        stored.parentId().ifPresent(parent -> events.publishEvent(new BarkChanged(parent)));
        return stored.id();
    }

    private Bark lockOwn(Viewer me, long barkId) {
        return barks.lockAlone(barkId).filter(bark -> bark.isBy(me)).orElseThrow(NotYourBark::new);
    }

    /** A bark does not show itself. */
    private Optional<Bark> quotable(Viewer me, Bark bark, long quotedId) {
        return quotedId == bark.id() ? Optional.empty() : access.find(me, quotedId);
    }
}
