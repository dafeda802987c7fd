package app.barker.shell;

import app.barker.account.ProfileService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bookmark.Reminders;
import app.barker.notification.LiveNotifications;
import app.barker.signin.SecurityHistory;
import app.barker.signin.ui.SecurityNotices;
import app.barker.signin.ui.ShowsSignIns;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Clock;
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
    private @Nullable SecurityNotices notices;
    private @Nullable UnreadBadge badge;
    private @Nullable ReminderBadge reminderBadge;

    MainLayout(
            AuthenticationContext authentication,
            ProfileService profiles,
            SecurityHistory history,
            LiveNotifications notifications,
            Reminders reminders,
            Clock clock) {
        addClassName("shell");
        authentication.getAuthenticatedUser(Viewer.class).ifPresent(me -> {
            ShellBar bar = bar(me, profiles);
            add(bar);
            badge = new UnreadBadge(me, bar, notifications, clock);
            reminderBadge = new ReminderBadge(me, bar, reminders, clock);
            notices = new SecurityNotices(history, me);
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
        if (badge != null) {
            badge.listen(event.getUI());
        }
        if (reminderBadge != null) {
            reminderBadge.listen(event.getUI());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (badge != null) {
            badge.stop();
        }
        if (reminderBadge != null) {
            reminderBadge.stop();
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
