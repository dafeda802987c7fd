package app.barker.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose statements are timed: from when one is sent until its rows are here, without what is done with them. */
final class Stopwatch extends DelegatingDataSource {

    private long nanos;
    private final List<Statement> statements = new ArrayList<>();

    Stopwatch(DataSource database) {
        super(database);
    }

    /**
     * One that was executed.
     *
     * @param notices what the database said about it
     */
    record Statement(String sql, SortedMap<Integer, Object> parameters, List<String> notices) {}

    void reset() {
        nanos = 0;
        statements.clear();
    }

    double millis() {
        return nanos / 1e6;
    }

    /** Since the last reset. */
    List<Statement> statements() {
        return List.copyOf(statements);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement && arguments != null
                    ? timed(statement, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement timed(PreparedStatement statement, String sql) {
        SortedMap<Integer, Object> parameters = new TreeMap<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length >= 2) {
                parameters.put((Integer) arguments[0], arguments[1]);
            }
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            long begun = System.nanoTime();
            Object result = call(statement, method, arguments);
            nanos += System.nanoTime() - begun;
            statements.add(new Statement(sql, parameters, noticesOf(statement)));
            return result;
        });
    }

    private static List<String> noticesOf(PreparedStatement statement) throws SQLException {
        List<String> notices = new ArrayList<>();
        for (var notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
            notices.add(String.valueOf(notice.getMessage()));
        }
        return notices;
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
