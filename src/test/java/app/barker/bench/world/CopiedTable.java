package app.barker.bench.world;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** By PostgreSQL's COPY, on a connection of its own: several tables are filled at once. */
final class CopiedTable extends Table {

    private static final int CHUNK = 64 * 1024;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder chunk = new StringBuilder(2 * CHUNK);

    CopiedTable(Connection connection, String table, String columns) throws SQLException {
        this.connection = connection;
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin");
    }

    @Override
    void write(@Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            chunk.append(i == 0 ? "" : "\t").append(text(row[i]));
        }
        chunk.append('\n');
        if (chunk.length() > CHUNK) {
            send();
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "\\N";
            case byte[] bytes -> "\\\\x" + HexFormat.of().formatHex(bytes);
            default -> escaped(value.toString());
        };
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private void send() throws SQLException {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        send();
        copy.endCopy();
        connection.close();
    }
}
