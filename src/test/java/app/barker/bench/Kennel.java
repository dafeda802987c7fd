package app.barker.bench;

import app.barker.bench.world.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A database with some dogs and some barks, as a server finds it in its folder. Filled before the server starts. */
final class Kennel {

    static final String READER = "bella";
    static final String AUTHOR = "rex";
    static final String PASSWORD = "correct horse battery staple";

    /** Those who only listen: as many as there are open pages, for a person keeps ten log-ins at most. */
    private static final int LISTENERS = 1_500;

    private Kennel() {}

    /** Into the file that a server started in this folder opens. */
    static void fill(Path folder, int barks) throws SQLException {
        // Without a user, as Spring Boot opens a file that nobody gave it a user for.
        fill(new Database("jdbc:h2:file:" + folder.resolve("data/barker").toAbsolutePath(), "", ""), barks);
    }

    static void fill(Database empty, int barks) throws SQLException {
        empty.migrate();
        try (Connection database = empty.connect()) {
            String hash = passwordHash();
            addDogs(database, Stream.concat(Stream.of(AUTHOR, READER), listeners()), hash);
            addBarks(database, barks);
        }
    }

    /** As new accounts have it: an older one would be renewed at the first log-in. */
    static String passwordHash() {
        return "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD);
    }

    /** The name of one of them, counted from 0. */
    static String listener(int number) {
        if (number >= LISTENERS) {
            throw new IllegalArgumentException("There are " + LISTENERS + " listeners, no number " + number);
        }
        return "listener" + number;
    }

    private static Stream<String> listeners() {
        return IntStream.range(0, LISTENERS).mapToObj(Kennel::listener);
    }

    private static void addDogs(Connection database, Stream<String> names, String hash) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "insert into users (username, password_hash, role, created_at) values (?, ?, 'USER', ?)")) {
            for (String name : names.toList()) {
                insert.setString(1, name);
                insert.setString(2, hash);
                insert.setTimestamp(3, Timestamp.from(Instant.now()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void addBarks(Connection database, int barks) throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement("insert into barks (author_id, text, post_key, created_at)"
                        + " select id, ?, ?, ? from users where username = '" + AUTHOR + "'")) {
            for (int i = 1; i <= barks; i++) {
                insert.setString(1, text(i));
                insert.setObject(2, UUID.randomUUID());
                insert.setTimestamp(3, Timestamp.from(Instant.now()));
                insert.executeUpdate();
            }
        }
    }

    /** Some 100 characters. With an emoji, as people write: Java keeps a text that has one in twice the bytes. */
    private static String text(int number) {
        return "Bark number " + number
                + ": the postman came by again, and this time he brought a parcel that smelled of sausages 🐾";
    }
}
