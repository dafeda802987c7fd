package app.barker.bench;

import app.barker.bench.world.Database;
import app.barker.shared.PostgresConnections;
import app.barker.timeline.Reading;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A filled database that is read as Barker reads it: on a connection that stays, so that statements are prepared once. */
final class ReadDatabase implements AutoCloseable {

    /**
     * H2 answers a question that it was asked just now without looking, until a table changes that it had looked at. To
     * forbid that by its option would make it answer the inner question of a statement once for every row of the outer.
     */
    private static final List<String> NEWS_FOR_H2 = List.of(
            "update barks set text = text where id = (select min(id) from barks)",
            "update follows set created_at = created_at where follower_id = (select min(follower_id) from follows)");

    private final Database database;
    private final HikariDataSource pool = new HikariDataSource();
    private final Stopwatch stopwatch;
    private final Reading reading;
    private final Reading explaining;

    ReadDatabase(Database database) throws Exception {
        this.database = database;
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(1);
        PostgresConnections.prepare(pool);
        stopwatch = new Stopwatch(pool);
        reading = Reading.inTransactions(stopwatch);
        explaining = Reading.oneByOne(stopwatch);
    }

    /** Reads something. */
    @FunctionalInterface
    interface Read {
        Object from(Reading reading);
    }

    Reading reading() {
        return reading;
    }

    /** The milliseconds of the statements alone. */
    double time(Read read) {
        if (!database.isPostgres()) {
            forgetAnswers();
        }
        stopwatch.reset();
        read.from(reading);
        return stopwatch.millis();
    }

    /** What the database did for it, statement by statement: the very plans that it took, with what they cost. */
    List<String> plansOf(Read read) throws SQLException {
        if (database.isPostgres()) {
            configure("load 'auto_explain'");
            configure("set auto_explain.log_analyze = on");
            configure("set auto_explain.log_buffers = on");
            configure("set client_min_messages = log");
            configure("set auto_explain.log_min_duration = 0");
        }
        stopwatch.reset();
        read.from(explaining);
        List<Stopwatch.Statement> executed = stopwatch.statements();
        if (database.isPostgres()) {
            configure("set auto_explain.log_min_duration = -1");
            return executed.stream()
                    .flatMap(statement -> statement.notices().stream())
                    .toList();
        }
        List<String> plans = new ArrayList<>();
        for (Stopwatch.Statement statement : executed) {
            plans.add(explained(statement));
        }
        return plans;
    }

    private void forgetAnswers() {
        try {
            for (String news : NEWS_FOR_H2) {
                configure(news);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("H2 takes no news", e);
        }
    }

    private void configure(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String explained(Stopwatch.Statement executed) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement explain = connection.prepareStatement("explain analyze " + executed.sql())) {
            for (Map.Entry<Integer, Object> parameter : executed.parameters().entrySet()) {
                explain.setObject(parameter.getKey(), parameter.getValue());
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
