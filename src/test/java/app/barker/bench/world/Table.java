package app.barker.bench.world;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A table that takes rows. Closed, it has them all. */
abstract class Table implements AutoCloseable {

    /** Opens one. */
    @FunctionalInterface
    interface Opening {
        Table table(String name, String columns) throws SQLException;
    }

    /** The world is told to consumers, which throw nothing that is checked. */
    final void add(@Nullable Object... row) {
        try {
            write(row);
        } catch (SQLException refused) {
            throw new IllegalStateException("A row was refused", refused);
        }
    }

    abstract void write(@Nullable Object[] row) throws SQLException;

    @Override
    public abstract void close() throws SQLException;
}
