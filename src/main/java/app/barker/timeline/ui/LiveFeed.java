package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.bark.BarkChange;
import app.barker.bark.ui.BarkFeed;
import app.barker.follow.ReaderRules;
import app.barker.follow.Readers;
import app.barker.live.Doorbell;
import app.barker.shared.FoldedText;
import app.barker.shared.ui.OpenPage;
import app.barker.timeline.BarkNote;
import app.barker.timeline.LiveBarks;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one open list up to date under its reader's rules: says how many barks are new, and what has become of those that are
 * shown. Decides on the doorbell's thread, without a lock and without the database, whether there is anything to say at all;
 * says nothing to a browser that is not there.
 */
final class LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    private final LiveBarks live;
    private final Readers readers;
    private final Clock clock;
    private final Viewer me;
    private final BarkFeed feed;
    private final BiPredicate<BarkNote, ReaderRules> belongs;
    private volatile long shownUpTo;
    private volatile Set<Long> leftOut = Set.of();
    private volatile int announced;
    private Doorbell.@Nullable Listening listening;

    private LiveFeed(
            LiveBarks live,
            Readers readers,
            Clock clock,
            Viewer me,
            BarkFeed feed,
            BiPredicate<BarkNote, ReaderRules> belongs) {
        this.live = live;
        this.readers = readers;
        this.clock = clock;
        this.me = me;
        this.feed = feed;
        this.belongs = belongs;
    }

    /** Makes them: what every list needs of the server. */
    @SpringComponent
    static class Factory {

        private final LiveBarks live;
        private final Readers readers;
        private final Clock clock;

        Factory(LiveBarks live, Readers readers, Clock clock) {
            this.live = live;
            this.readers = readers;
            this.clock = clock;
        }

        /** @param belongs which new barks would stand in this list; blocks and mutes are looked at besides */
        LiveFeed of(Viewer me, BarkFeed feed, BiPredicate<BarkNote, ReaderRules> belongs) {
            return new LiveFeed(live, readers, clock, me, feed, belongs);
        }
    }

    /** Before the list is read: what comes in between is not missed. */
    void listen(UI ui) {
        stop();
        listening = live.listen(changes -> hear(ui, changes));
    }

    void stop() {
        if (listening != null) {
            listening.stop();
            listening = null;
        }
    }

    /** Call before the newest page is read. */
    void showsEverythingFromNowOn() {
        shownUpTo = live.position();
        leftOut = Set.of();
        announced = 0;
    }

    /**
     * Some newer ones were left out on purpose, because the reader came back to a place further down. Their entry ids tell
     * them from those that come later: of the youngest the bell has not rung yet.
     */
    void showsAllBut(Set<Long> newer) {
        leftOut = newer;
        announceNow();
    }

    /** Under the lock of the page. */
    void announceNow() {
        announced = countNewer(readers.rulesOf(me));
        feed.announce(announced);
    }

    private void hear(UI ui, List<BarkChange> changes) {
        ReaderRules rules = readers.rulesOf(me);
        int newer = countNewer(rules);
        List<BarkChange> toTell = toTell(changes, rules);
        if ((newer == announced && toTell.isEmpty()) || !OpenPage.isThere(ui, clock)) {
            return;
        }
        try {
            ui.access(() -> tell(toTell));
        } catch (UIDetachedException left) {
            LOG.trace("A page was closed while the bell rang", left);
        }
    }

    /** Counts anew: while this waited for the lock, the page may have shown what was new. */
    private void tell(List<BarkChange> changes) {
        announceNow();
        if (!changes.isEmpty()) {
            feed.tell(changes);
        }
    }

    private int countNewer(ReaderRules rules) {
        Instant now = clock.instant();
        return leftOut.size() + live.newSince(shownUpTo, note -> isWanted(note, rules, now));
    }

    private boolean isWanted(BarkNote note, ReaderRules rules, Instant now) {
        return note.byId() != me.id()
                && belongs.test(note, rules)
                && !rules.hidesPerson(note.byId(), now)
                && !rules.hidesPerson(note.authorId(), now)
                && !rules.hidesThread(note.rootId(), now)
                && !(note.authorId() != me.id() && rules.hidesText(note.text(), now))
                && !feed.shows(note.barkId())
                && !leftOut.contains(note.entryId());
    }

    private List<BarkChange> toTell(List<BarkChange> changes, ReaderRules rules) {
        Instant now = clock.instant();
        return changes.stream()
                .filter(change -> feed.isConcernedBy(change))
                .filter(change -> !(change instanceof BarkChange.Updated updated && isHidden(updated, rules, now)))
                .map(change -> change.forReader(me.id(), author -> rules.hidesPerson(author, now)))
                .toList();
    }

    /** Also what has become unwanted only now, by an edit. */
    private boolean isHidden(BarkChange.Updated updated, ReaderRules rules, Instant now) {
        return updated.authorId() != me.id()
                && (rules.hidesPerson(updated.authorId(), now) || rules.hidesText(new FoldedText(updated.text()), now));
    }
}
