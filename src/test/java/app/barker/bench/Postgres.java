package app.barker.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A PostgreSQL with a filled database. For the figures of the heap: H2 keeps its pages on the server's own heap, where
 * they come and go by more than what is to be measured.
 */
final class Postgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres process;

    private Postgres(EmbeddedPostgres process) {
        this.process = process;
    }

    static Postgres filled(Setting setting, int barks) throws IOException, SQLException {
        Path folder = setting.workplace().folder("postgres");
        var postgres = new Postgres(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(folder.resolve("data"))
                .start());
        Kennel.fill(postgres.url(), USER, barks);
        return postgres;
    }

    String[] serverOptions() {
        return new String[] {
            "--spring.datasource.url=" + url(), "--spring.datasource.username=" + USER, "--spring.datasource.password="
        };
    }

    private String url() {
        return process.getJdbcUrl(USER, USER);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
