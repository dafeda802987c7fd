package app.barker.signin;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes what has been kept for long enough. */
@Component
class SignInTables {

    private static final String OLD_SIGN_INS = "select id from sign_ins where ended_at < ?";

    private final JdbcClient jdbc;

    SignInTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forget(Instant endedBefore, Instant happenedBefore) {
        Timestamp ended = Timestamp.from(endedBefore);
        Timestamp happened = Timestamp.from(happenedBefore);
        for (String table : new String[] {"session_diary", "remembered_browsers"}) {
            jdbc.sql("delete from " + table + " where sign_in_id in (" + OLD_SIGN_INS + ")")
                    .param(ended)
                    .update();
        }
        jdbc.sql("delete from sign_ins where ended_at < ?").param(ended).update();
        jdbc.sql("delete from known_browsers where last_at < ?").param(happened).update();
        jdbc.sql("delete from one_time_links where expires_at < ?").param(ended).update();
        jdbc.sql("delete from security_events where at < ?").param(happened).update();
        // The addresses go with those of the sign-ins (docs/operations.md); what happened stays.
        jdbc.sql("update security_events set address = '' where at < ? and address <> ''")
                .param(ended)
                .update();
    }
}
