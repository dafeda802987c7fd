package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.Composer;
import app.barker.timeline.Timeline;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.OptionalLong;

/** Everything that everyone says here. */
@Route("everyone")
@PermitAll
public class EveryoneView extends Composite<ListPage> implements HasDynamicTitle, BeforeEnterObserver, BarkFeed.Source {

    private final Viewer me;
    private final Timeline timeline;
    private final BarkFeed feed;
    private final LiveFeed live;
    private OptionalLong from = OptionalLong.empty();

    EveryoneView(BarkDesk desk, Timeline timeline, PeopleDesk people, LiveFeed.Factory liveFeeds) {
        this.me = desk.me();
        this.timeline = timeline;
        feed = desk.feed(BarkFeed.Kind.EVERYONE, this);
        live = liveFeeds.of(me, feed, (note, rules) -> !note.isRebark());
        desk.whenPosted(feed::insert);
        desk.whenCaughtUp(live::announceNow);
        getContent().title(getTranslation("everyone.title"));
        getContent().column(desk.composer(Composer.Place.INLINE), feed);
        getContent().rail(people.whoToFollow(me));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        from = Places.from(event);
        // Who is here already and goes here again wants the newest, or the other place.
        if (isAttached()) {
            Places.show(feed, live, from, this);
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
        return timeline.everyone(me, before, size);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("everyone.title"));
    }
}
