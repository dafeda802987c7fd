package app.barker.signin;

import jakarta.servlet.http.HttpSession;

/** Hears that a session is about to end, while its pages can still be told. Called without any lock of theirs. */
public interface SessionEnding {

    void beforeEnd(HttpSession session, SignInEnd why, boolean remembered);
}
