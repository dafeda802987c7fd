package app.barker.notification.ui;

import app.barker.account.Viewer;
import app.barker.notification.NotificationPage;
import app.barker.notification.Notifications;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What has happened to the one who reads. */
@Route("notifications")
@RouteAlias("notifications/:tab")
@PermitAll
public class NotificationsView extends Composite<Div>
        implements HasDynamicTitle, BeforeEnterObserver, NotificationList.Source {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationsView.class);

    private final Viewer me;
    private final Notifications notifications;
    private final NotificationList list = new NotificationList(this);
    private NotificationTab tab = NotificationTab.ALL;

    NotificationsView(AuthenticationContext authentication, Notifications notifications) {
        this.me = authentication.getAuthenticatedUser(Viewer.class).orElseThrow();
        this.notifications = notifications;
        Div column = new Div(list);
        column.addClassName("column");
        getContent().addClassNames("page", "with-rail");
        getContent().add(column);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<NotificationTab> wanted = event.getRouteParameters()
                .get("tab")
                .map(NotificationTab::named)
                .orElse(Optional.of(NotificationTab.ALL));
        if (wanted.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        tab = wanted.get();
        if (isAttached()) {
            show();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    private void show() {
        list.show(tab, notifications.preferencesOf(me).quiet());
    }

    @Override
    public NotificationPage page(String before) {
        return notifications.page(me, tab.kinds(), id(before).orElse(Notifications.NEWEST), Notifications.PAGE_SIZE);
    }

    @Override
    public void seen(String upTo) {
        id(upTo).ifPresent(id -> notifications.markRead(me, id));
    }

    @Override
    public Optional<String> readAll() {
        try {
            notifications.markRead(me, Notifications.NEWEST);
            return Optional.empty();
        } catch (DataAccessException | TransactionException notStored) {
            LOG.error("Notifications could not be marked as read", notStored);
            return Optional.of(I18NProvider.translate("bark.not-done"));
        }
    }

    private static OptionalLong id(String typed) {
        return typed.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(typed)) : OptionalLong.empty();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("notifications.title"));
    }
}
