package app.barker.bark.ui;

import app.barker.bark.BarkCard;
import app.barker.bark.BarkChange;
import app.barker.bark.BarkPage;
import app.barker.bark.BarkThread;
import app.barker.bark.BarkVersion;
import app.barker.bark.ThreadRow;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list of barks. It is handed pages and forgets them: the cards live in the browser, and of what a reader has scrolled past
 * the server keeps ids, so that it knows whom a change concerns.
 */
@Tag("barker-feed")
@JsModule("./barker-feed.ts")
public class BarkFeed extends Component {

    /** Barks that come at once. */
    public static final int PAGE_SIZE = 20;

    /** The most that a browser gets in one go, to put a reader back to where they were. */
    static final int LONGEST_PAGE = 200;

    private final Kind kind;
    private final Source source;
    private final Actions actions;
    private final ShownBarks shown = new ShownBarks();
    private @Nullable Runnable showNewer;
    private List<BarkChange> untold = List.of();
    private boolean missedSome;
    private Predicate<String> isMarked = word -> false;

    /** Says what the list is to a reader, and what it says when it is empty. */
    public enum Kind {
        HOME,
        EVERYONE,
        PROFILE,
        TAG,
        BOOKMARKS,
        SEARCH,
        /** A bark and those that it answers. */
        THREAD_ABOVE,
        /** What answers it. */
        THREAD_BELOW;

        private boolean isThread() {
            return this == THREAD_ABOVE || this == THREAD_BELOW;
        }
    }

    /** Where the feed gets what it shows. */
    @FunctionalInterface
    public interface Source {

        /**
         * What stands behind an entry: in lists, older ones; in {@link Kind#THREAD_BELOW}, later answers.
         *
         * @param before excluded; {@link Long#MAX_VALUE} for the newest page
         * @param size at most {@value BarkFeed#LONGEST_PAGE}
         */
        BarkPage page(long before, int size);

        /** The same with what only threads have: lines between rows, tombstones and gaps. */
        default BarkThread.Replies rows(long before, int size) {
            BarkPage page = page(before, size);
            return new BarkThread.Replies(
                    page.barks().stream().<ThreadRow>map(BarkFeed::row).toList(), page.next(), page.more());
        }
    }

    /**
     * What a reader can do with a bark. Ids come from the browser and prove nothing. What can be refused returns nothing when
     * it is done, or says in the reader's language why it was not.
     */
    public interface Actions {

        Optional<String> like(long barkId, boolean on);

        Optional<String> rebark(long barkId, boolean on);

        /** For the reader's own eyes. */
        Optional<String> bookmark(long barkId, boolean on);

        /** Bookmarks it, and tells the reader of it at that time. */
        Optional<String> remind(long barkId, Instant at);

        /** To the reader's profile. */
        Optional<String> pin(long barkId, boolean on);

        /** Takes the reader's own bark out of the one that quotes it. */
        Optional<String> detachQuote(long barkId);

        void askToDelete(long barkId);

        void askToRedraft(long barkId);

        void askToMuteAuthor(long barkId);

        void askToMuteThread(long barkId);

        void askToBlock(long barkId);

        /** Empty when it is not the reader's to edit. */
        Optional<String> textToEdit(long barkId);

        /** Empty when it is not for this reader. */
        List<BarkVersion> history(long barkId);

        /** Empty when it is not for this reader. */
        Optional<BarkCard> card(long barkId);

        /** What has become of barks since; asked when a page's connection is back after a loss. */
        List<BarkChange> changesOf(List<Long> barkIds);
    }

    public BarkFeed(Kind kind, Source source, Actions actions) {
        this.kind = kind;
        this.source = source;
        this.actions = actions;
        getElement().setAttribute("kind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Replaces everything by the newest page. */
    public void showNewest() {
        announce(0);
        show(source.rows(Long.MAX_VALUE, PAGE_SIZE));
    }

    /** Replaces everything by the page that begins at an entry, or where it would be if it is gone. */
    public void showFrom(long anchorEntry) {
        show(source.rows(anchorEntry == Long.MAX_VALUE ? anchorEntry : anchorEntry + 1, PAGE_SIZE));
    }

    /**
     * Replaces everything by these rows.
     *
     * @param next behind which the list goes on
     * @param more whether it does
     */
    public void showRows(List<ThreadRow> rows, long next, boolean more) {
        show(new BarkThread.Replies(rows, next, more));
    }

    private void show(BarkThread.Replies page) {
        untold = List.of();
        shown.replaceBy(page.rows());
        getElement().callJsFunction("show", ClientPage.of(page).marking(isMarked));
    }

    /** Shows a bark above all others, as the one that its author has pinned. After the page. */
    public void showPinned(BarkCard bark) {
        shown.add(List.of(row(bark)));
        getElement().callJsFunction("showPinned", ClientCard.of(bark));
    }

    /** Where it belongs, without moving what is read. */
    public void insert(BarkCard bark) {
        shown.add(List.of(row(bark)));
        getElement().callJsFunction("insert", ClientCard.of(bark));
    }

    public void remove(long barkId) {
        shown.remove(barkId);
        getElement().callJsFunction("remove", String.valueOf(barkId));
    }

    /** Everything that somebody wrote or brought here. */
    public void removeBy(String username) {
        getElement().callJsFunction("removeBy", username);
    }

    /** Says how many newer barks wait. A level, not an event: a tab that nobody reads keeps one number. */
    public void announce(int newer) {
        getElement().setProperty("newer", newer);
    }

    /** From the next page on, marks words in the texts: those of {@link app.barker.bark.SearchWords} that are let through. */
    public void mark(Predicate<String> words) {
        isMarked = words;
    }

    /** Instead of the newest page, when a reader asks for what was announced. */
    public void whenNewerAreWanted(Runnable show) {
        showNewer = show;
    }

    /**
     * Says what has become of barks. Nothing of it is kept once it is on its way, and of a tab that nobody reads only the last:
     * told again, it is to ask for the rest.
     */
    public void tell(List<BarkChange> changes) {
        if (untold.isEmpty()) {
            getElement().getNode().runWhenAttached(ui -> ui.beforeClientResponse(this, sending -> tellNow()));
        } else {
            missedSome = true;
        }
        untold = changes;
    }

    private void tellNow() {
        if (missedSome) {
            getElement().callJsFunction("catchUp");
        } else if (!untold.isEmpty()) {
            getElement().callJsFunction("change", told(untold));
        }
        missedSome = false;
        untold = List.of();
    }

    /** Whether it is one of many lists, and not the thread that a reader has opened. */
    public boolean isList() {
        return !kind.isThread();
    }

    /** The barks that it shows, as far as the server still knows. */
    public List<Long> shown() {
        return shown.all();
    }

    /** Whether an open page shows a bark, among its newest or in one of them. From any thread. */
    public boolean shows(long barkId) {
        return shown.contains(barkId);
    }

    /** Whether a change shows on the page. From any thread. */
    public boolean isConcernedBy(BarkChange change) {
        return shown.contains(change.barkId())
                || (change instanceof BarkChange.Gone && shown.containsRebark(change.barkId()));
    }

    @ClientCallable
    void showNewer() {
        if (showNewer == null) {
            showNewest();
        } else {
            announce(0);
            showNewer.run();
        }
    }

    @ClientCallable
    ClientPage older(@Nullable String next, @Nullable String size) {
        return Sent.number(next).map(from -> page(from, lengthFrom(size))).orElse(ClientPage.EMPTY);
    }

    @ClientCallable
    Answer like(@Nullable String id) {
        return answer(id, barkId -> actions.like(barkId, true));
    }

    @ClientCallable
    Answer unlike(@Nullable String id) {
        return answer(id, barkId -> actions.like(barkId, false));
    }

    @ClientCallable
    Answer rebark(@Nullable String id) {
        return answer(id, barkId -> actions.rebark(barkId, true));
    }

    @ClientCallable
    Answer unrebark(@Nullable String id) {
        return answer(id, barkId -> actions.rebark(barkId, false));
    }

    @ClientCallable
    Answer bookmark(@Nullable String id) {
        return answer(id, barkId -> actions.bookmark(barkId, true));
    }

    @ClientCallable
    Answer unbookmark(@Nullable String id) {
        return answer(id, barkId -> actions.bookmark(barkId, false));
    }

    /** @param at as RFC 3339 writes it */
    @ClientCallable
    Answer remind(@Nullable String id, @Nullable String at) {
        return answer(
                id,
                barkId -> Sent.instant(at)
                        .map(time -> actions.remind(barkId, time))
                        .orElseGet(() -> Optional.of(getTranslation("bark.not-done"))));
    }

    @ClientCallable
    Answer pin(@Nullable String id) {
        return answer(id, barkId -> actions.pin(barkId, true));
    }

    @ClientCallable
    Answer unpin(@Nullable String id) {
        return answer(id, barkId -> actions.pin(barkId, false));
    }

    @ClientCallable
    Answer detachQuote(@Nullable String id) {
        return answer(id, actions::detachQuote);
    }

    @ClientCallable
    void askToDelete(@Nullable String id) {
        Sent.number(id).ifPresent(actions::askToDelete);
    }

    @ClientCallable
    void askToRedraft(@Nullable String id) {
        Sent.number(id).ifPresent(actions::askToRedraft);
    }

    @ClientCallable
    void askToMuteAuthor(@Nullable String id) {
        Sent.number(id).ifPresent(actions::askToMuteAuthor);
    }

    @ClientCallable
    void askToMuteThread(@Nullable String id) {
        Sent.number(id).ifPresent(actions::askToMuteThread);
    }

    @ClientCallable
    void askToBlock(@Nullable String id) {
        Sent.number(id).ifPresent(actions::askToBlock);
    }

    /** Empty when there is nothing to edit: no bark is empty. */
    @ClientCallable
    String textToEdit(@Nullable String id) {
        return Sent.number(id).flatMap(actions::textToEdit).orElse("");
    }

    @ClientCallable
    List<Version> history(@Nullable String id) {
        return Sent.number(id).map(actions::history).orElse(List.of()).stream()
                .map(version -> new Version(version.text(), version.writtenAt().toString()))
                .toList();
    }

    /** A shown bark as it is now, with what it quotes by now; nothing when it is not for this reader. */
    @ClientCallable
    @Nullable
    ClientCard cardOf(@Nullable String id) {
        Optional<BarkCard> card = Sent.number(id).filter(shown::contains).flatMap(actions::card);
        card.ifPresent(bark -> shown.add(List.of(row(bark))));
        return card.map(ClientCard::of).orElse(null);
    }

    /** Says all there is to say again: the browser has been away. */
    @ClientCallable
    List<ClientChange> changesSince() {
        untold = List.of();
        missedSome = false;
        return told(actions.changesOf(shown.all()));
    }

    private ClientPage page(long from, int size) {
        BarkThread.Replies page = source.rows(from, size);
        shown.add(page.rows());
        return ClientPage.of(page).marking(isMarked);
    }

    private static ThreadRow.Shown row(BarkCard bark) {
        return new ThreadRow.Shown(bark, false, false);
    }

    private List<ClientChange> told(List<BarkChange> changes) {
        changes.stream().filter(BarkChange.Gone.class::isInstance).forEach(gone -> shown.remove(gone.barkId()));
        return changes.stream().map(ClientChange::of).toList();
    }

    private Answer answer(@Nullable String id, Function<Long, Optional<String>> action) {
        return Sent.number(id)
                .map(action)
                .orElseGet(() -> Optional.of(getTranslation("bark.not-done")))
                .map(why -> new Answer(false, why))
                .orElse(Answer.DONE);
    }

    private static int lengthFrom(@Nullable String size) {
        return Math.clamp(Sent.number(size).orElse((long) PAGE_SIZE), 1, LONGEST_PAGE);
    }

    /** What the browser is told of something it asked for: whether it was done, or else why not. */
    public record Answer(boolean done, String why) {
        static final Answer DONE = new Answer(true, "");
    }

    /** What a bark said, from when on. */
    public record Version(String text, String at) {}
}
