package app.barker.shell;

import app.barker.account.ProfileService;
import app.barker.account.Viewer;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What stands around every page inside: one header, a column on wide screens and bars on phones, and the page. */
@Layout
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout {

    private static final Logger LOG = LoggerFactory.getLogger(MainLayout.class);

    private final Main main = new Main();

    MainLayout(AuthenticationContext authentication, ProfileService profiles) {
        addClassName("shell");
        authentication.getAuthenticatedUser(Viewer.class).ifPresent(me -> add(bar(me, profiles)));
        main.addClassName("shell-main");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        add(main);
    }

    /** Stands also around the page that says that the database is away. */
    private static ShellBar bar(Viewer me, ProfileService profiles) {
        try {
            return new ShellBar(profiles.of(me));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("No name for the header", away);
            return new ShellBar(me.username(), me.username(), "");
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }
}
