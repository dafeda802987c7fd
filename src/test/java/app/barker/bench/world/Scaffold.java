package app.barker.bench.world;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constraints and indexes, which are made faster for many rows at once than kept up row by row. */
final class Scaffold {

    private static final String FILLED = "('users', 'follows', 'barks', 'mentions', 'tags', 'likes')";

    /** Foreign keys of all tables first, for they stand on the primary keys. */
    private static final String CONSTRAINTS = """
            select format('alter table %%I drop constraint %%I', r.relname, c.conname),
                format('alter table %%I add constraint %%I %%s', r.relname, c.conname, pg_get_constraintdef(c.oid))
            from pg_constraint c join pg_class r on r.oid = c.conrelid
            where c.connamespace = current_schema()::regnamespace
                and (c.contype = 'f' or c.contype in ('p', 'u') and r.relname in %s)
            order by array_position(array['f', 'u', 'p'], c.contype::text), c.conname
            """.formatted(FILLED);

    private static final String INDEXES =
            "select format('drop index %I', indexname), indexdef from pg_indexes where schemaname = current_schema()"
                    + " and tablename in " + FILLED;

    /**
     * In the order in which they come back: with an index that is there already, H2 makes none for a foreign key, as it did
     * when the tables were made. Primary keys stay: one that is added later is not the table's own order.
     */
    private static final List<Pattern> OF_H2 = List.of(
            Pattern.compile("ALTER TABLE (?<table>\\S+) ADD CONSTRAINT (?<name>\\S+) FOREIGN KEY.*", Pattern.DOTALL),
            Pattern.compile("ALTER TABLE (?<table>\\S+) ADD CONSTRAINT (?<name>\\S+) UNIQUE.*", Pattern.DOTALL),
            Pattern.compile("CREATE INDEX (?<name>\\S+) ON .*", Pattern.DOTALL));

    private final Statement statement;
    private final List<String> down = new ArrayList<>();
    private final List<String> up = new ArrayList<>();

    private Scaffold(Statement statement) {
        this.statement = statement;
    }

    static Scaffold takenDown(Connection connection, boolean postgres) throws SQLException {
        Scaffold scaffold = new Scaffold(connection.createStatement());
        if (postgres) {
            scaffold.statement.execute("set maintenance_work_mem = '512MB'");
            scaffold.lookAtPostgres(CONSTRAINTS);
            scaffold.run(scaffold.down);
            scaffold.down.clear();
            // What stood on constraints is gone.
            scaffold.lookAtPostgres(INDEXES);
        } else {
            scaffold.lookAtH2();
        }
        scaffold.run(scaffold.down);
        return scaffold;
    }

    private void lookAtPostgres(String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                down.add(found.getString(1));
                up.addFirst(found.getString(2));
            }
        }
    }

    private void lookAtH2() throws SQLException {
        List<String> script = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("script nodata")) {
            while (found.next()) {
                script.add(found.getString(1));
            }
        }
        for (Pattern kind : OF_H2) {
            script.stream().map(kind::matcher).filter(Matcher::matches).forEach(found -> {
                boolean constraint = found.group().startsWith("ALTER");
                down.add(
                        constraint
                                ? "alter table " + found.group("table") + " drop constraint " + found.group("name")
                                : "drop index " + found.group("name"));
                up.add(found.group());
            });
        }
    }

    void putUp() throws SQLException {
        run(up);
        statement.close();
    }

    private void run(List<String> commands) throws SQLException {
        for (String command : commands) {
            statement.execute(command);
        }
    }
}
