package app.barker.bench.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** By inserts, a thousand at a time. */
final class BatchedTable extends Table {

    private static final int BATCH = 1_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private int waiting;

    BatchedTable(Connection connection, String table, String columns) throws SQLException {
        this.connection = connection;
        String values = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
        insert = connection.prepareStatement("insert into " + table + " (" + columns + ") values (" + values + ")");
    }

    @Override
    void write(@Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            insert.setObject(i + 1, row[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : row[i]);
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            insert.executeBatch();
            connection.commit();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        insert.executeBatch();
        connection.commit();
        insert.close();
    }
}
