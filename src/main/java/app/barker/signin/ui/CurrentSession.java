package app.barker.signin.ui;

import app.barker.signin.OpenSession;
import app.barker.signin.SessionDiary;
import app.barker.signin.SessionRotation;
import app.barker.signin.SignInOver;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;

/** The session of the request that a page is in. */
public final class CurrentSession {

    private CurrentSession() {}

    /**
     * Of the person who looks.
     *
     * @throws SignInOver when it has ended
     */
    public static OpenSession get() {
        return OpenSession.in(VaadinServletRequest.getCurrent().getSession()).orElseThrow(SignInOver::new);
    }

    static void rotate(SessionRotation rotation, SessionDiary.Cause cause) {
        rotation.rotate(get(), cause, VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent());
    }
}
