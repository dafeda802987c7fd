package app.barker.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row that knows whether this Barker has its administrator yet. */
@Component
class Installation {

    private final JdbcClient jdbc;

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasAdministrator() {
        return jdbc.sql("select count(*) from installation where administrator_id is not null")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** As {@link #hasAdministrator}, but waits for those who are claiming it, and makes others wait until the commit. */
    boolean hasAdministratorForSure() {
        return jdbc.sql("select administrator_id from installation where id = 1 for update")
                        .query()
                        .singleRow()
                        .get("administrator_id")
                != null;
    }

    void claimFor(Account administrator) {
        jdbc.sql("update installation set administrator_id = ? where id = 1 and administrator_id is null")
                .param(administrator.id())
                .update();
    }
}
