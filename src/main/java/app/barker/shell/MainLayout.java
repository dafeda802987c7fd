package app.barker.shell;

import app.barker.account.ProfileService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bookmark.Reminders;
import app.barker.live.Doorbell;
import app.barker.signin.SecurityHistory;
import app.barker.signin.ui.SecurityNotices;
import app.barker.signin.ui.ShowsSignIns;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What stands around every page inside: one header, a column on wide screens and bars on phones, and the page. */
@Layout
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout, ShowsSignIns {

    private static final Logger LOG = LoggerFactory.getLogger(MainLayout.class);

    private final Main main = new Main();
    private final Optional<Viewer> me;
    private final Reminders reminders;
    private @Nullable ShellBar bar;
    private @Nullable SecurityNotices notices;
    private Doorbell.@Nullable Listening listening;

    MainLayout(
            AuthenticationContext authentication,
            ProfileService profiles,
            SecurityHistory history,
            Reminders reminders) {
        this.me = authentication.getAuthenticatedUser(Viewer.class);
        this.reminders = reminders;
        addClassName("shell");
        me.ifPresent(viewer -> {
            ShellBar ways = bar(viewer, profiles);
            add(ways);
            bar = ways;
            notices = new SecurityNotices(history, viewer);
        });
        main.addClassName("shell-main");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        add(main);
    }

    /** Stands also around the page that says that the database is away. */
    private static ShellBar bar(Viewer me, ProfileService profiles) {
        try {
            return new ShellBar(profiles.of(me), me.role() == Role.ADMIN);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("No name for the header", away);
            return new ShellBar(me.username(), me.username(), "", false);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        me.ifPresent(viewer -> {
            listening = reminders.listen(viewer.id(), unseen -> tell(ui, unseen));
            int unseen = reminders.unseenOf(viewer.id());
            if (unseen > 0) {
                showReminders(unseen);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.stop();
        }
    }

    private void tell(UI ui, int unseen) {
        try {
            ui.access(() -> showReminders(unseen));
        } catch (UIDetachedException left) {
            LOG.trace("A page was closed while the bell rang", left);
        }
    }

    private void showReminders(int unseen) {
        if (bar != null) {
            bar.reminders(unseen);
        }
    }

    @Override
    public void signInsChanged() {
        refreshNotices();
    }

    private void refreshNotices() {
        if (notices == null) {
            return;
        }
        try {
            notices.refresh();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("No notices", away);
        }
        // An element that has nothing to say costs every open page memory.
        if (notices.isEmpty()) {
            notices.removeFromParent();
        } else {
            main.getElement().insertChild(0, notices.getElement());
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren().appendChild(content.getElement());
        refreshNotices();
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }
}
