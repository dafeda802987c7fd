package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.NotYourBark;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.Composer;
import app.barker.bark.ui.DeleteQuestion;
import app.barker.live.Doorbell;
import app.barker.timeline.RecentBarks;
import app.barker.timeline.Timeline;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Home: a place to bark, and everyone's barks. */
@Route("")
@PermitAll
public class HomeView extends Composite<Div> implements HasDynamicTitle, BarkFeed.Source {

    private static final Logger LOG = LoggerFactory.getLogger(HomeView.class);

    private final Viewer me;
    private final BarkService barks;
    private final Timeline timeline;
    private final RecentBarks recent;
    private final Doorbell doorbell;
    private final BarkFeed feed = new BarkFeed(this);
    private long shownUpTo;
    private Doorbell.@Nullable Listening listening;

    HomeView(
            AuthenticationContext authentication,
            BarkService barks,
            Timeline timeline,
            RecentBarks recent,
            Doorbell doorbell) {
        this.me = authentication.getAuthenticatedUser(Viewer.class).orElseThrow();
        this.barks = barks;
        this.timeline = timeline;
        this.recent = recent;
        this.doorbell = doorbell;
        Div head = new Div(new H1(getTranslation("home.title")));
        head.addClassName("page-head");
        getContent().addClassNames("page", "home");
        getContent().add(head, new Composer(me.username(), this::post), feed);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = doorbell.listen(() -> answer(ui));
        feed.showNewest();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.stop();
        }
    }

    private Optional<String> post(String text, UUID key) {
        var problem = BarkText.problemWith(text);
        if (problem.isPresent()) {
            return problem.map(p -> getTranslation("bark.problem." + p));
        }
        try {
            feed.insert(barks.post(me, new BarkText(text), key));
            return Optional.empty();
        } catch (DataAccessException | TransactionException notStored) {
            LOG.error("A bark could not be stored", notStored);
            return Optional.of(getTranslation("bark.not-sent"));
        }
    }

    private void answer(UI ui) {
        try {
            ui.access(this::announceNewer);
        } catch (UIDetachedException left) {
            LOG.trace("A page was closed while the bell rang", left);
        }
    }

    private void announceNewer() {
        feed.announce(recent.newSince(shownUpTo, me));
    }

    @Override
    public BarkPage newest() {
        shownUpTo = recent.position();
        return timeline.newest(me);
    }

    @Override
    public BarkPage olderThan(long barkId) {
        return timeline.before(me, barkId);
    }

    @Override
    public void askToDelete(long barkId) {
        new DeleteQuestion(() -> delete(barkId)).open();
    }

    private void delete(long barkId) {
        try {
            barks.delete(me, barkId);
        } catch (NotYourBark gone) {
            LOG.debug("Deleted in another tab meanwhile, or never theirs: it leaves this page alone", gone);
        }
        feed.remove(barkId);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("home.title"));
    }
}
