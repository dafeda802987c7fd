package app.barker.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the database of a test what it is after the first start: without anybody. */
public final class EmptyInstallation {

    private EmptyInstallation() {}

    public static void in(JdbcClient jdbc) {
        jdbc.sql("delete from barks").update();
        jdbc.sql("update installation set administrator_id = null").update();
        jdbc.sql("delete from users").update();
    }
}
