package app.barker.signin;

import app.barker.account.Username;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The name of the log-in that was refused last in a session: the page offers it again, and asks for the password alone. */
public final class LastTriedName {

    private static final String ATTRIBUTE = LastTriedName.class.getName();

    private LastTriedName() {}

    /**
     * Remembers what was posted as the username, unless it is too long to be one. Whoever comes without a session, as those
     * do who guess by script, gets none.
     */
    public static void remember(HttpServletRequest request) {
        @Nullable String name = request.getParameter("username");
        @Nullable HttpSession session = request.getSession(false);
        if (name != null && session != null && name.length() <= Username.LONGEST) {
            session.setAttribute(ATTRIBUTE, name);
        }
    }

    /** What was remembered in a session, once. */
    public static Optional<String> takeFrom(HttpSession session) {
        Optional<String> name =
                Optional.ofNullable(session.getAttribute(ATTRIBUTE)).map(Object::toString);
        session.removeAttribute(ATTRIBUTE);
        return name;
    }
}
