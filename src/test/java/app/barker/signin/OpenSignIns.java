package app.barker.signin;

import app.barker.account.Viewer;
import jakarta.servlet.http.HttpSession;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who have logged in, for tests of what one may do then. */
public final class OpenSignIns {

    public static final Origin OFFICE = new Origin("203.0.113.7", "Firefox", "Linux");
    public static final Origin PHONE = new Origin("198.51.100.4", "Safari", "iPhone");

    private final SignIns signIns;
    private final JdbcClient jdbc;

    public OpenSignIns(SignIns signIns, JdbcClient jdbc) {
        this.signIns = signIns;
        this.jdbc = jdbc;
    }

    /** A new log-in; the password counts as typed just now. */
    public SignedIn open(Viewer person, Origin from) {
        return new SignedIn(person, signIns.open(person, from, true, false).id());
    }

    /** As after a log-in, for views. */
    public void bind(SignedIn signedIn, HttpSession session, OpenSessions sessions) {
        bind(signedIn, session, sessions, Optional.empty());
    }

    /** The same, for who was here before. */
    public void bind(SignedIn signedIn, HttpSession session, OpenSessions sessions, Optional<Absence> absence) {
        Instant now = Instant.now();
        new OpenSession(sessions, session, signedIn, false, now, now, now.plus(Duration.ofHours(1)), absence).bind();
    }

    /** The password was typed longer ago than a proof lasts. */
    public void proofIsOld(SignedIn signedIn) {
        Timestamp before = Timestamp.from(Instant.now().minus(Duration.ofHours(1)));
        jdbc.sql("update sign_ins set created_at = ?, proven_at = ? where id = ?")
                .params(before, before, signedIn.signInId())
                .update();
    }

    public boolean isOpen(SignedIn signedIn) {
        return endOf(signedIn).isEmpty();
    }

    /** Why it ended; empty while it lasts. */
    public String endOf(SignedIn signedIn) {
        return jdbc.sql("select coalesce(ended_why, '') from sign_ins where id = ?")
                .param(signedIn.signInId())
                .query(String.class)
                .single();
    }
}
