package app.barker.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the sessions of a sign-in got a new id, and why. */
@Component
public class SessionDiary {

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionDiary(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why a session got a new id. Stored by name, and part of the keys of the words for it. */
    public enum Cause {
        LOGGED_IN,
        RESUMED,
        PROVEN,
        PASSWORD_CHANGED
    }

    /**
     * A session got a new id.
     *
     * @param was the fingerprint before; empty where there was no session
     */
    public record Line(Instant at, Cause cause, String was, String became) {}

    void note(long signInId, Cause cause, String was, String became) {
        jdbc.sql("insert into session_diary (sign_in_id, at, entry, was, became) values (?, ?, ?, ?, ?)")
                .params(signInId, Timestamp.from(clock.instant()), cause.name(), was, became)
                .update();
    }

    /** The newest first. */
    List<Line> of(long signInId) {
        return jdbc.sql("""
                        select at, entry, was, became from session_diary where sign_in_id = ?
                        order by id desc fetch first 20 rows only""")
                .param(signInId)
                .query((row, number) -> new Line(
                        row.getTimestamp(1).toInstant(),
                        Cause.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }
}
