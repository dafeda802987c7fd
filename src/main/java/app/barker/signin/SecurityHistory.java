package app.barker.signin;

import app.barker.account.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What {@link SecurityLog} has written down, for those whom it concerns. */
@Service
public class SecurityHistory {

    /** Lines of a page. */
    public static final int PAGE_SIZE = 50;

    /** Notices that are shown at a time. */
    static final int MOST_NOTICES = 3;

    /** From where an administrator did something is that person's own business: others read who, not where. */
    private static final String LINES = """
            select e.id, e.kind, e.at, p.username as person, a.username as actor, e.attempt_code, e.detail,
                case when e.actor_id is null or e.actor_id = :me then e.address else '' end as address,
                case when e.actor_id is null or e.actor_id = :me then e.browser else '' end as browser,
                case when e.actor_id is null or e.actor_id = :me then e.operating_system else '' end as operating_system
            from security_events e left join users p on p.id = e.account_id left join users a on a.id = e.actor_id
            """;

    private final JdbcClient jdbc;

    SecurityHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One's own, and what one did to others as an administrator; newest first.
     *
     * @param before the id of the last line that is known; {@link Long#MAX_VALUE} for the newest
     */
    @Transactional(readOnly = true)
    public List<SecurityEvent> of(Viewer me, long before) {
        return jdbc.sql(
                        LINES
                                + " where (e.account_id = :me or e.actor_id = :me) and e.id < :before order by e.id desc limit :most")
                .param("me", me.id())
                .param("before", before)
                .param("most", PAGE_SIZE)
                .query(SecurityHistory::line)
                .list();
    }

    /** What the owner has not been told of yet, newest first. */
    @Transactional(readOnly = true)
    public List<SecurityEvent> untold(Viewer me) {
        return jdbc.sql(LINES + " where e.account_id = :me and e.to_be_told order by e.id desc limit :most")
                .param("me", me.id())
                .param("most", MOST_NOTICES)
                .query(SecurityHistory::line)
                .list();
    }

    /** The owner has seen what there is to tell, up to a line. */
    @Transactional
    public void told(Viewer me, long upTo) {
        jdbc.sql("update security_events set to_be_told = false where account_id = ? and to_be_told and id <= ?")
                .params(me.id(), upTo)
                .update();
    }

    /**
     * What happened at a refused log-in; for administrators, who are asked for what its page showed.
     *
     * @param code as typed
     */
    @Transactional(readOnly = true)
    public Optional<SecurityEvent> underCode(Viewer me, String code) {
        return jdbc.sql(LINES + " where e.attempt_code = :code order by e.id desc limit 1")
                .param("me", me.id())
                .param("code", code.strip().toUpperCase(Locale.ROOT))
                .query(SecurityHistory::line)
                .optional();
    }

    private static SecurityEvent line(ResultSet row, int number) throws SQLException {
        return new SecurityEvent(
                row.getLong("id"),
                SecurityEventKind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getString("person")),
                Optional.ofNullable(row.getString("actor")),
                row.getString("address"),
                row.getString("browser"),
                row.getString("operating_system"),
                Optional.ofNullable(row.getString("attempt_code")),
                row.getString("detail"));
    }
}
