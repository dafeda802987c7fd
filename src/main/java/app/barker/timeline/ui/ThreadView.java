package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkPage;
import app.barker.bark.BarkThread;
import app.barker.bark.ThreadRow;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.Composer;
import app.barker.timeline.Threads;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.OptionalLong;

/** A bark, what it answers, and what answers it. */
@Route("barks/:id")
@PermitAll
public class ThreadView extends Composite<ListPage> implements HasDynamicTitle, BeforeEnterObserver {

    private final Viewer me;
    private final Threads threads;
    private final BarkDesk desk;
    private final PeopleDesk people;
    private final BarkFeed above;
    private final BarkFeed below;
    private final LiveFeed liveAbove;
    private final LiveFeed liveBelow;
    private long barkId;

    ThreadView(BarkDesk desk, Threads threads, PeopleDesk people, LiveFeed.Factory liveFeeds) {
        this.me = desk.me();
        this.threads = threads;
        this.desk = desk;
        this.people = people;
        above = desk.feed(BarkFeed.Kind.THREAD_ABOVE, (before, size) -> BarkPage.empty());
        below = desk.feed(BarkFeed.Kind.THREAD_BELOW, new ThreadAnswers(threads, me, () -> barkId));
        liveAbove = liveFeeds.of(me, above, (note, rules) -> false);
        liveBelow = liveFeeds.of(
                me, below, (note, rules) -> note.parentId().filter(this::isHere).isPresent());
        desk.whenPosted(this::insertIfItAnswers);
        below.whenNewerAreWanted(this::draw);
        desk.whenCaughtUp(liveBelow::announceNow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        OptionalLong id = Places.number(event.getRouteParameters().get("id").orElse(""));
        liveBelow.showsEverythingFromNowOn();
        Optional<BarkThread> thread = id.isPresent() ? threads.around(me, id.getAsLong()) : Optional.empty();
        if (thread.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        barkId = id.getAsLong();
        frame(thread.get());
        show(thread.get());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        liveAbove.listen(event.getUI());
        liveBelow.listen(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        liveAbove.stop();
        liveBelow.stop();
    }

    private void frame(BarkThread thread) {
        getContent().clear();
        getContent().titleWithWayBack(getTranslation("thread.title"));
        getContent().column(above);
        getContent().column(composerFor(thread), below);
        getContent().rail(people.whoToFollow(me));
    }

    /** Where a bark was deleted nothing can be answered, but what stands around it. */
    private Composer composerFor(BarkThread thread) {
        if (!(thread.upper().getLast() instanceof ThreadRow.Shown focus)) {
            return desk.composer(Composer.Place.TUCKED);
        }
        Composer composer = desk.composer(Composer.Place.INLINE);
        BarkCard.Author author = focus.bark().author();
        composer.replyTo(focus.bark().id(), author.username(), author.displayName());
        return composer;
    }

    /** Again, with what has come meanwhile. */
    private void draw() {
        liveBelow.showsEverythingFromNowOn();
        threads.around(me, barkId).ifPresent(this::show);
    }

    private void show(BarkThread thread) {
        above.showRows(thread.upper(), 0, false);
        below.announce(0);
        below.showRows(
                thread.replies().rows(),
                thread.replies().next(),
                thread.replies().more());
    }

    private void insertIfItAnswers(BarkCard bark) {
        if (bark.replyTo().filter(parent -> isHere(parent.barkId())).isPresent()) {
            below.insert(bark);
        }
    }

    private boolean isHere(long parentId) {
        return parentId == barkId || below.shows(parentId);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("thread.title"));
    }
}
