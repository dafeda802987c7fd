package app.barker.shell;

import app.barker.account.AvatarAddress;
import app.barker.account.Profile;
import app.barker.notification.Unread;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * The header of every page inside: the ways, New bark, and who is logged in, with the way out. The browser draws it. The
 * way out is a form that posts the token that no other site knows, so it works without a connection of the page.
 */
@Tag("barker-shell-bar")
@JsModule("./barker-shell-bar.ts")
class ShellBar extends Component {

    ShellBar(Profile me, boolean administrator) {
        this(me.username(), me.displayName(), AvatarAddress.of(me), administrator);
    }

    /**
     * @param picture its address; empty where there is only the drawn dog
     * @param administrator whether the menu leads to the people; what is there asks again
     */
    ShellBar(String username, String displayName, String picture, boolean administrator) {
        CsrfToken token =
                (CsrfToken) Objects.requireNonNull(VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()));
        getElement()
                .setAttribute("account", username)
                .setAttribute("name", displayName)
                .setAttribute("picture", picture)
                .setAttribute("admin", administrator)
                .setAttribute("log-out", "/logout")
                .setAttribute("csrf-name", token.getParameterName())
                .setAttribute("csrf-token", token.getToken());
    }

    /** How many notifications are new; of {@link Unread#MOST} it says that there are more. */
    void showUnread(int count) {
        getElement().setProperty("unread", count);
    }

    /** How many reminders were told and not seen yet. A level: it may be said again. */
    void showReminders(int unseen) {
        getElement().setProperty("reminders", unseen);
    }
}
