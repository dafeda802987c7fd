package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkPage;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.Composer;
import app.barker.follow.ReaderRules;
import app.barker.timeline.BarkNote;
import app.barker.timeline.ProfileFacts;
import app.barker.timeline.Timeline;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.OptionalLong;

/** A person: who they are, what they say, answer, show and like. */
@Route("users/:username")
@RouteAlias("users/:username/:tab")
@PermitAll
public class ProfileView extends Composite<ListPage> implements HasDynamicTitle, BeforeEnterObserver, BarkFeed.Source {

    private final Viewer me;
    private final Timeline timeline;
    private final ProfileFacts facts;
    private final BarkDesk desk;
    private final PeopleDesk people;
    private final BarkFeed feed;
    private final LiveFeed live;
    private ProfileTab tab = ProfileTab.BARKS;
    private String name = "";
    private long personId;
    private OptionalLong from = OptionalLong.empty();

    ProfileView(BarkDesk desk, Timeline timeline, ProfileFacts facts, PeopleDesk people, LiveFeed.Factory liveFeeds) {
        this.me = desk.me();
        this.timeline = timeline;
        this.facts = facts;
        this.desk = desk;
        this.people = people;
        feed = desk.feed(BarkFeed.Kind.PROFILE, this);
        live = liveFeeds.of(me, feed, this::belongs);
        desk.whenPosted(this::insertIfItBelongs);
        feed.whenNewerAreWanted(this::showNewest);
        desk.whenCaughtUp(live::announceNow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<ProfileTab> wanted =
                event.getRouteParameters().get("tab").map(ProfileTab::named).orElse(Optional.of(ProfileTab.BARKS));
        Optional<ProfileFacts.Facts> found =
                facts.find(me, event.getRouteParameters().get("username").orElse(""));
        if (wanted.isEmpty() || found.isEmpty()) {
            leadOn(event);
            return;
        }
        tab = wanted.get();
        from = Places.from(event);
        name = found.get().profile().displayName();
        personId = found.get().profile().id();
        draw(found.get());
    }

    /** The address of a name that somebody gave up leads to the one they took instead. */
    private void leadOn(BeforeEnterEvent event) {
        facts.presentNameOf(me, event.getRouteParameters().get("username").orElse(""))
                .ifPresentOrElse(
                        name -> event.forwardTo("users/" + name), () -> event.rerouteToError(NotFoundException.class));
    }

    private void draw(ProfileFacts.Facts person) {
        getContent().clear();
        getContent().column(people.head(desk, person), desk.composer(Composer.Place.TUCKED), feed);
        getContent().rail(people.whoElseToFollow(me, person.profile().username()));
        if (isAttached()) {
            show();
        }
    }

    private void show() {
        Places.show(feed, live, from, this);
        if (tab == ProfileTab.BARKS && from.isEmpty()) {
            timeline.pinnedBy(me, personId).ifPresent(feed::showPinned);
        }
    }

    private void insertIfItBelongs(BarkCard bark) {
        boolean belongs = switch (tab) {
            case BARKS -> bark.replyTo().isEmpty();
            case REPLIES -> bark.replyTo().isPresent();
            case MEDIA -> !bark.media().isEmpty();
            case LIKES -> false;
        };
        if (belongs && personId == me.id()) {
            feed.insert(bark);
        }
    }

    private void showNewest() {
        from = OptionalLong.empty();
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        live.listen(event.getUI());
        show();
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
        return switch (tab) {
            case BARKS -> timeline.barksOf(me, personId, before, size);
            case REPLIES -> timeline.repliesOf(me, personId, before, size);
            case MEDIA -> timeline.mediaOf(me, personId, before, size);
            case LIKES -> timeline.likesOf(me, personId, before, size);
        };
    }

    private boolean belongs(BarkNote note, ReaderRules rules) {
        return note.byId() == personId
                && switch (tab) {
                    case BARKS -> !note.isReply() || note.isRebark();
                    case REPLIES -> note.isReply() && !note.isRebark();
                    // A note does not say whether there is something to see.
                    case MEDIA, LIKES -> false;
                };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", name);
    }
}
