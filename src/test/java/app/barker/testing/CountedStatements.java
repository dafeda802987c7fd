package app.barker.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that a thread sends to the database: the doorbell rings on another one whenever it likes. */
public final class CountedStatements implements BeanPostProcessor {

    private final ThreadLocal<Long> prepared = ThreadLocal.withInitial(() -> 0L);

    /** How many statements it takes to do something on this thread. */
    public long during(Runnable action) {
        long before = prepared.get();
        action.run();
        return prepared.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Counting(database) : bean;
    }

    private final class Counting extends DelegatingDataSource {

        Counting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().startsWith("prepare")) {
                            prepared.set(prepared.get() + 1);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }
    }
}
