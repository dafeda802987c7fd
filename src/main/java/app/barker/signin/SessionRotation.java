package app.barker.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives a session another id whenever its person has proven who they are, and notes it in the diary. */
@Component
public class SessionRotation {

    private final SessionDiary diary;

    SessionRotation(SessionDiary diary) {
        this.diary = diary;
    }

    /** Within a request of the session, before its response is written. Whoever kept the old id has nothing. */
    public void rotate(
            OpenSession session, SessionDiary.Cause cause, HttpServletRequest request, HttpServletResponse response) {
        String before = session.rotate(request, response);
        diary.note(session.signedIn().signInId(), cause, before, session.fingerprint());
    }

    /** Of the sign-in that asks, the newest first. */
    public List<SessionDiary.Line> diaryOf(SignedIn me) {
        return diary.of(me.signInId());
    }
}
