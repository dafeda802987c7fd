package app.barker.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        if (Files.exists(target)) {
            throw new BackupFailed(target + " exists already; nothing was written");
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            // Made by us first, so that nobody else can read it: it holds password hashes.
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            write(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("Backed up to {}", target);
            return target + " (" + Files.size(target) + " bytes)";
        } catch (IOException | SQLException failed) {
            discard(unfinished);
            LOG.warn("No backup to {}", target, failed);
            throw new BackupFailed(failed.toString());
        }
    }

    private void write(Path file) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!"H2".equals(connection.getMetaData().getDatabaseProductName())) {
                throw new BackupFailed("this Barker runs on PostgreSQL; use pg_dump (docs/operations.md)");
            }
            try (var statement = connection.prepareStatement("backup to ?")) {
                statement.setString(1, file.toString());
                statement.execute();
            }
        }
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException stays) {
            LOG.warn("{} is left over from a backup that failed", unfinished, stays);
        }
    }
}
