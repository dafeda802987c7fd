package app.barker.bench;

import app.barker.bench.world.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own. For the figures of the heap, too: H2 keeps its pages on the server's own heap, where they come and
 * go by more than what is to be measured.
 */
final class Postgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres process;

    private Postgres(EmbeddedPostgres process) {
        this.process = process;
    }

    static Postgres start(Setting setting) throws IOException {
        return start(setting, Map.of());
    }

    static Postgres start(Setting setting, Map<String, String> configuration) throws IOException {
        Path folder = setting.workplace().folder("postgres");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(folder.resolve("data"));
        configuration.forEach(builder::setServerConfig);
        return new Postgres(builder.start());
    }

    /** With two dogs and some barks. */
    static Postgres filled(Setting setting, int barks) throws IOException, SQLException {
        Postgres postgres = start(setting);
        Kennel.fill(postgres.database(), barks);
        return postgres;
    }

    /** The one that is there from the beginning. */
    Database database() {
        return named(USER);
    }

    Database newDatabase(String name) throws SQLException {
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return named(name);
    }

    private Database named(String name) {
        return new Database(process.getJdbcUrl(USER, name), USER, "");
    }

    String[] serverOptions(String... more) {
        return Stream.concat(Stream.of(serverOptions(database())), Stream.of(more))
                .toArray(String[]::new);
    }

    static String[] serverOptions(Database database) {
        return new String[] {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password()
        };
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
