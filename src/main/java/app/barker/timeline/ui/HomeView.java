package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.Composer;
import app.barker.follow.ReaderRules;
import app.barker.follow.Readers;
import app.barker.notification.WhileOut;
import app.barker.notification.ui.CatchUpCard;
import app.barker.signin.OpenSession;
import app.barker.timeline.BarkNote;
import app.barker.timeline.Timeline;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.PermitAll;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Home: a place to bark, and what those bark whom the reader follows; everyone, until they follow somebody. */
@Route("")
@PermitAll
public class HomeView extends Composite<ListPage> implements HasDynamicTitle, BeforeEnterObserver, BarkFeed.Source {

    private final Viewer me;
    private final Timeline timeline;
    private final BarkFeed feed;
    private final LiveFeed live;
    private final Readers readers;
    private final PeopleDesk people;
    private @Nullable WhoToFollow welcome;
    private OptionalLong from = OptionalLong.empty();

    HomeView(
            BarkDesk desk,
            Timeline timeline,
            Readers readers,
            PeopleDesk people,
            LiveFeed.Factory liveFeeds,
            WhileOut whileOut) {
        this.me = desk.me();
        this.timeline = timeline;
        this.readers = readers;
        this.people = people;
        feed = desk.feed(BarkFeed.Kind.HOME, this);
        live = liveFeeds.of(me, feed, HomeView::belongs);
        desk.whenPosted(feed::insert);
        desk.whenCaughtUp(live::announceNow);
        getContent().title(getTranslation("home.title"));
        getContent().column(desk.composer(Composer.Place.INLINE));
        if (followsAnyone()) {
            getContent().rail(people.whoToFollow(me));
        } else {
            welcome = people.welcome(me);
            getContent().column(welcome);
        }
        getContent().column(feed);
        catchUp(whileOut);
    }

    /** For who comes back after a while; until they put it away, or are here again for long. */
    private void catchUp(WhileOut whileOut) {
        OpenSession.in(VaadinServletRequest.getCurrent().getSession())
                .ifPresent(session -> session.absence()
                        .flatMap(absence -> whileOut.of(me, absence.since(), absence.until()))
                        .ifPresentOrElse(
                                news -> getContent().above(new CatchUpCard(news, session::caughtUp)),
                                session::caughtUp));
    }

    private boolean followsAnyone() {
        return readers.rulesOf(me).followsAnyone();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        from = Places.from(event);
        // Who is here already and goes here again wants the newest, or the other place.
        if (isAttached()) {
            endWelcome();
            Places.show(feed, live, from, this);
        }
    }

    /** For who has come to follow somebody since, most likely from there. */
    private void endWelcome() {
        if (welcome != null && followsAnyone()) {
            welcome.removeFromParent();
            welcome = null;
            getContent().rail(people.whoToFollow(me));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        live.listen(event.getUI());
        Places.show(feed, live, from, this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        live.stop();
    }

    @Override
    public BarkPage page(long before, int size) {
        if (before == Timeline.NEWEST) {
            live.showsEverythingFromNowOn();
        }
        return timeline.home(me, before, size);
    }

    /** As {@link Timeline#home}. */
    private static boolean belongs(BarkNote note, ReaderRules rules) {
        return rules.followsAnyone() ? rules.follows(note.byId()) : !note.isRebark();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("home.title"));
    }
}
