package app.barker.timeline.ui;

import static java.util.stream.Collectors.toMap;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkPage;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.Composer;
import app.barker.bookmark.Bookmarks;
import app.barker.bookmark.Reminder;
import app.barker.bookmark.Reminders;
import app.barker.live.Doorbell;
import app.barker.shared.ui.OpenPage;
import app.barker.shared.ui.Toast;
import app.barker.timeline.Timeline;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person has put aside, and what they want to be reminded of; for nobody else. */
@Route("bookmarks")
@PermitAll
public class BookmarksView extends Composite<ListPage>
        implements HasDynamicTitle, BeforeEnterObserver, BarkFeed.Source {

    private static final Logger LOG = LoggerFactory.getLogger(BookmarksView.class);

    private final Viewer me;
    private final Timeline timeline;
    private final Bookmarks bookmarks;
    private final Reminders reminders;
    private final Clock clock;
    private final ReminderList reminderList = new ReminderList(this::forgetReminder);
    private final BarkFeed feed;
    private final LiveFeed live;
    private OptionalLong from = OptionalLong.empty();
    private volatile int unseen;
    private Doorbell.@Nullable Listening listening;

    BookmarksView(
            BarkDesk desk,
            Timeline timeline,
            Bookmarks bookmarks,
            Reminders reminders,
            PeopleDesk people,
            LiveFeed.Factory liveFeeds,
            Clock clock) {
        this.me = desk.me();
        this.timeline = timeline;
        this.bookmarks = bookmarks;
        this.reminders = reminders;
        this.clock = clock;
        feed = desk.feed(BarkFeed.Kind.BOOKMARKS, this);
        live = liveFeeds.of(me, feed, (note, rules) -> false);
        desk.whenBookmarksChanged(this::showReminders);
        getContent().title(getTranslation("bookmarks.title"));
        getContent().column(desk.composer(Composer.Place.TUCKED), SearchForm.inBookmarks(), reminderList, feed);
        getContent().rail(people.whoToFollow(me));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        from = Places.from(event);
        if (isAttached()) {
            show();
        }
    }

    private void show() {
        showReminders();
        Places.show(feed, live, from, this);
    }

    private void showReminders() {
        unseen = reminders.unseenOf(me.id());
        List<Reminder> set = bookmarks.remindersOf(me);
        Map<Long, BarkCard> barks = timeline
                .cards(me, set.stream().map(Reminder::barkId).toList())
                .stream()
                .collect(toMap(BarkCard::id, bark -> bark));
        reminderList.show(set.stream()
                .filter(reminder -> barks.containsKey(reminder.barkId()))
                .map(reminder -> ReminderList.Row.of(reminder, Objects.requireNonNull(barks.get(reminder.barkId()))))
                .toList());
    }

    private void forgetReminder(long barkId) {
        Toast.sayIfRefused(Attempt.to(() -> bookmarks.forgetReminder(me, barkId)));
        showReminders();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        live.listen(ui);
        listening = reminders.listen(() -> hear(ui));
        show();
    }

    private void hear(UI ui) {
        if (reminders.unseenOf(me.id()) == unseen || !OpenPage.isThere(ui, clock)) {
            return;
        }
        try {
            ui.access(this::showReminders);
        } catch (UIDetachedException left) {
            LOG.trace("A page was closed while the bell rang", left);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        live.stop();
        if (listening != null) {
            listening.stop();
        }
    }

    @Override
    public BarkPage page(long before, int size) {
        if (before == Timeline.NEWEST) {
            live.showsEverythingFromNowOn();
        }
        return timeline.bookmarked(me, before, size);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("bookmarks.title"));
    }
}
