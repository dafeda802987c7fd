package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.Composer;
import app.barker.search.SearchQuery;
import app.barker.timeline.PeopleSearch;
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

/** What was found by {@code ?q=}: people whose names begin so, and barks. */
@Route("search")
@PermitAll
public class SearchView extends Composite<ListPage> implements HasDynamicTitle, BeforeEnterObserver, BarkFeed.Source {

    private final Viewer me;
    private final Timeline timeline;
    private final PeopleSearch people;
    private final SearchForm form = new SearchForm();
    private final BarkFeed feed;
    private final LiveFeed live;
    private SearchQuery query = SearchQuery.of("");
    private OptionalLong from = OptionalLong.empty();

    SearchView(
            BarkDesk desk, Timeline timeline, PeopleSearch people, PeopleDesk peopleDesk, LiveFeed.Factory liveFeeds) {
        this.me = desk.me();
        this.timeline = timeline;
        this.people = people;
        feed = desk.feed(BarkFeed.Kind.SEARCH, this);
        feed.mark(word -> query.words().stream().anyMatch(sought -> sought.fits(word)));
        live = liveFeeds.of(me, feed, (note, rules) -> false);
        getContent().title(getTranslation("search.title"));
        getContent().column(desk.composer(Composer.Place.TUCKED), form, feed);
        getContent().rail(peopleDesk.whoToFollow(me));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = SearchQuery.of(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        from = Places.from(event);
        if (isAttached()) {
            show();
        }
    }

    private void show() {
        form.show(query, people.found(me, query));
        feed.setVisible(!query.isEmpty());
        if (feed.isVisible()) {
            Places.show(feed, live, from, this);
        }
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
        return timeline.found(me, query, before, size);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("search.title"));
    }
}
