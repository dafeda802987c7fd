package app.barker.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Dogs;
import app.barker.testing.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** What docs/operations.md promises about a backup, a restore and an upgrade, done to a running Barker. */
class BackupIT {

    private static Browsers browsers;

    private BarkerServer server;

    @BeforeAll
    static void openBrowsers() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void closeBrowsers() {
        browsers.close();
    }

    @BeforeEach
    void startServer() {
        server = BarkerServer.start();
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void aBackupOfARunningBarkerBringsBackThatMoment() throws IOException {
        Path backup = server.folder().resolve("monday.zip");
        try (Person rex = browsers.person(server)) {
            rex.signUp("rex").bark("Before the backup");
            assertThat(rex.barkThatSays("Before the backup")).isVisible();
            assertThat(askForBackup(backup)).startsWith("Backed up to " + backup);
            rex.bark("After the backup");
            assertThat(rex.barkThatSays("After the backup")).isVisible();
        }
        server.stop();
        Files.delete(database());
        unzip(backup, server.folder().resolve("data"));
        server.startAgain();

        try (Person rex = browsers.person(server)) {
            rex.logIn("rex");
            assertThat(rex.barkThatSays("Before the backup")).isVisible();
            assertThat(rex.barkThatSays("After the backup")).hasCount(0);
        }
    }

    @Test
    void aBackupIsForItsOwnerAloneAndReplacesNothing() throws IOException {
        Path backup = server.folder().resolve("monday.zip");
        askForBackup(backup);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        byte[] first = Files.readAllBytes(backup);

        assertThat(askForBackup(backup)).contains("exists already");

        assertThat(Files.readAllBytes(backup)).isEqualTo(first);
        try (var files = Files.list(server.folder())) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("monday.zip.unfinished");
        }
    }

    @Test
    void aForeignOrderDoesNotEndTheControlSocket() {
        assertThat(askForBackup(Path.of("/nowhere/at/all/monday.zip"))).contains("no backup");
        assertThat(askForBackup(server.folder().resolve("tuesday.zip"))).startsWith("Backed up to");
    }

    @Test
    void aDatabaseOfTheFirstVersionIsUpgradedAtTheStart() throws IOException, SQLException {
        server.stop();
        Files.delete(database());
        makeDatabaseOfTheFirstVersion();
        server.startAgain();

        try (Person bella = browsers.person(server)) {
            bella.logIn("bella").bark("Still here");
            assertThat(bella.barkThatSays("Still here")).isVisible();
        }
    }

    private void makeDatabaseOfTheFirstVersion() throws SQLException {
        String url = "jdbc:h2:file:" + server.folder().resolve("data/barker");
        Flyway.configure().dataSource(url, "", "").target("1").load().migrate();
        try (var connection = DriverManager.getConnection(url);
                var insert = connection.prepareStatement(
                        "insert into users (username, password_hash, role, created_at) values (?, ?, 'USER', now())")) {
            insert.setString(1, "bella");
            insert.setString(2, "{bcrypt}" + new BCryptPasswordEncoder(4).encode(Dogs.PASSWORD));
            insert.executeUpdate();
        }
    }

    private String askForBackup(Path file) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream paper = new PrintStream(said, true, StandardCharsets.UTF_8);
        ControlClient.ask(server.folder().resolve("data/barker.sock"), "backup", file.toString(), paper, paper);
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path database() {
        return server.folder().resolve("data/barker.mv.db");
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (var entry : archive.stream().toList()) {
                try (InputStream content = archive.getInputStream(entry)) {
                    Files.copy(content, folder.resolve(entry.getName()));
                }
            }
        }
    }
}
