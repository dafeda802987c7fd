package app.barker.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Takes the database away for a while, as when its server restarts. */
public final class DatabaseAway implements BeanPostProcessor {

    private static final long FOR_EVERYONE = Long.MAX_VALUE;

    private final AtomicLong connectionsLeft = new AtomicLong(FOR_EVERYONE);

    /** Nobody gets a connection while something is done. */
    public void away(Runnable meanwhile) {
        awayAfter(0, meanwhile);
    }

    /** So many connections are still given out, others being quiet. */
    public void awayAfter(long connections, Runnable meanwhile) {
        connectionsLeft.set(connections);
        try {
            meanwhile.run();
        } finally {
            connectionsLeft.set(FOR_EVERYONE);
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Restarting(database) : bean;
    }

    private final class Restarting extends DelegatingDataSource {

        Restarting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (connectionsLeft.getAndDecrement() <= 0) {
                throw new SQLTransientConnectionException("The database is away");
            }
            return super.getConnection();
        }
    }
}
