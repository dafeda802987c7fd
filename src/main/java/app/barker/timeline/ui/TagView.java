package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkPage;
import app.barker.bark.RichText;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.Composer;
import app.barker.timeline.Timeline;
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

/** What everyone says under a tag. */
@Route("tags/:tag")
@PermitAll
public class TagView extends Composite<ListPage> implements HasDynamicTitle, BeforeEnterObserver, BarkFeed.Source {

    private final Viewer me;
    private final Timeline timeline;
    private final BarkDesk desk;
    private final PeopleDesk people;
    private final BarkFeed feed;
    private final LiveFeed live;
    private String tag = "";
    private OptionalLong from = OptionalLong.empty();

    TagView(BarkDesk desk, Timeline timeline, PeopleDesk people, LiveFeed.Factory liveFeeds) {
        this.me = desk.me();
        this.timeline = timeline;
        this.desk = desk;
        this.people = people;
        feed = desk.feed(BarkFeed.Kind.TAG, this);
        live = liveFeeds.of(
                me, feed, (note, rules) -> !note.isRebark() && note.tags().contains(tag));
        desk.whenPosted(this::insertIfItBelongs);
        desk.whenCaughtUp(live::announceNow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String typed = event.getRouteParameters().get("tag").orElse("");
        Optional<String> wanted = RichText.tag(typed);
        if (wanted.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        from = Places.from(event);
        if (!wanted.get().equals(tag)) {
            tag = wanted.get();
            draw();
        }
        if (isAttached()) {
            Places.show(feed, live, from, this);
        }
    }

    private void draw() {
        getContent().clear();
        getContent().title("#" + tag);
        getContent().column(desk.composer(Composer.Place.TUCKED), feed);
        getContent().rail(people.whoToFollow(me));
    }

    private void insertIfItBelongs(BarkCard bark) {
        if (RichText.tagsIn(bark.text()).contains(tag)) {
            feed.insert(bark);
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
        return timeline.tagged(me, tag, before, size);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", "#" + tag);
    }
}
