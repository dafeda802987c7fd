package app.barker.shell;

import app.barker.account.Viewer;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Who is logged in here, and the way out: a form that posts to {@code /logout}, with the token that no other site knows.
 * The menu is the browser's own popover, which brings Escape, the way back of the focus and the click beside it along.
 */
@Tag("div")
@JsModule("./local-copy.ts")
class AccountMenu extends Component implements HasComponents {

    private static final String POPOVER = "account-menu";

    AccountMenu(Viewer me) {
        addClassName("account-menu");
        add(chip(me), menu());
    }

    private NativeButton chip(Viewer me) {
        Span name = new Span(me.username());
        name.addClassName("account-name");
        Div names = new Div(name, new Span("@" + me.username()));
        names.addClassName("account-names");
        NativeButton chip = new NativeButton();
        chip.addClassName("account-chip");
        Span purpose = new Span(getTranslation("shell.account-menu"));
        purpose.addClassName("visually-hidden");
        chip.add(purpose, new ClientElement("barker-avatar", me.username()), names);
        chip.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-haspopup", "menu")
                .setAttribute("popovertarget", POPOVER);
        return chip;
    }

    private Component menu() {
        NativeButton logOut = new NativeButton(getTranslation("shell.log-out"));
        logOut.addClassName("menu-item");
        logOut.getElement()
                .setAttribute("type", "submit")
                .setAttribute("role", "menuitem")
                .setAttribute("autofocus", true);
        PostForm form = new PostForm("logout");
        form.add(csrfToken(), logOut);
        form.getElement()
                .setAttribute("role", "none")
                .executeJs("this.addEventListener('submit', () => dispatchEvent(new Event('barker-log-out')))");
        Div menu = new Div(form);
        menu.setId(POPOVER);
        menu.addClassName("menu");
        menu.getElement()
                .setAttribute("popover", "auto")
                .setAttribute("role", "menu")
                .setAttribute("aria-label", getTranslation("shell.account-menu"));
        return menu;
    }

    private static Input csrfToken() {
        CsrfToken token =
                (CsrfToken) Objects.requireNonNull(VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()));
        Input input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", token.getParameterName()).setAttribute("value", token.getToken());
        return input;
    }

    @Tag("form")
    private static class PostForm extends Component implements HasComponents {
        PostForm(String action) {
            getElement().setAttribute("method", "post").setAttribute("action", action);
        }
    }
}
