package app.barker.shell;

import app.barker.account.Viewer;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** What stands around every page inside: one header, a column on wide screens and a bar on phones, and the page. */
@Layout
@AnonymousAllowed
@JsModule("./page-guard.ts")
@JsModule("./barker-avatar.ts")
@JsModule("./barker-icon.ts")
public class MainLayout extends Div implements RouterLayout {

    private final Main main = new Main();

    MainLayout(AuthenticationContext authentication) {
        addClassName("shell");
        main.addClassName("shell-main");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        Anchor skip = new Anchor("#main", getTranslation("shell.skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        add(skip);
        authentication.getAuthenticatedUser(Viewer.class).ifPresent(me -> add(header(me)));
        add(main);
    }

    private Header header(Viewer me) {
        Image logo = new Image("icons/logo.svg", "");
        Anchor brand = new Anchor("/");
        brand.add(logo, new Span("Barker"));
        brand.addClassName("brand");
        Header header = new Header(brand, navigation(), newBark(), new AccountMenu(me));
        header.addClassName("shell-bar");
        return header;
    }

    private Nav navigation() {
        Anchor home = new Anchor("/");
        home.add(icon("house"), new Span(getTranslation("home.title")));
        home.getElement().setAttribute("aria-current", "page");
        Nav nav = new Nav(home);
        nav.addClassName("shell-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("shell.main-navigation"));
        return nav;
    }

    private Button newBark() {
        Button button = new Button(getTranslation("shell.new-bark"), icon("pencil-line"));
        button.addClassName("new-bark");
        // In the browser: focus must follow the press at once, or phones do not open the keyboard.
        button.getElement()
                .executeJs("this.addEventListener('click', () => document.querySelector('barker-composer')?.begin())");
        return button;
    }

    private static Component icon(String name) {
        return new ClientElement("barker-icon", name);
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
