package app.barker.operations;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Copies the H2 database while it is in use. PostgreSQL has its own tools for that. */
@Component
class Backup {

    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    private final DataSource dataSource;

    Backup(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Writes a zip file that holds one moment of the database. It appears whole or not at all, and replaces nothing.
     *
     * @return what was written, for a person to read
     * @throws BackupFailed with the reason, for a person to read
     */
    String to(Path file) {
        Path target = file.toAbsolutePath().normalize();
        try (Connection connection = dataSource.getConnection()) {
            if (!"H2".equals(connection.getMetaData().getDatabaseProductName())) {
                throw new BackupFailed("this Barker runs on PostgreSQL; use pg_dump (docs/operations.md)");
            }
            // Made by us first, so that nobody else can read it: it holds password hashes.
            Path unfinished = Files.createTempFile(
                    target.getParent(),
                    target.getFileName().toString(),
                    ".unfinished",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                write(connection, unfinished);
                // A link and not a move: it replaces nothing.
                Files.createLink(target, unfinished);
            } finally {
                Files.delete(unfinished);
            }
            LOG.info("Backed up to {}", target);
            return target + " (" + Files.size(target) + " bytes)";
        } catch (FileAlreadyExistsException exists) {
            throw new BackupFailed(target + " exists already; nothing was written");
        } catch (IOException | SQLException failed) {
            LOG.warn("No backup to {}", target, failed);
            throw new BackupFailed(failed.toString());
        }
    }

    private static void write(Connection connection, Path file) throws SQLException {
        try (var statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, file.toString());
            statement.execute();
        }
    }
}
