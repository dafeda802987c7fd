package app.barker.bench.world;

import app.barker.bark.SearchWords;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Puts a world into a database that has Barker's tables and nothing in them. */
public final class Filling {

    private static final Instant BEFORE = Story.BEGIN.minus(Duration.ofDays(1));

    private final World world;
    private final String passwordHash;

    /** @param passwordHash what all accounts get */
    public Filling(World world, String passwordHash) {
        this.world = world;
        this.passwordHash = passwordHash;
    }

    public void into(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Scaffold scaffold = Scaffold.takenDown(connection, database.isPostgres());
            if (database.isPostgres()) {
                fill((table, columns) -> new CopiedTable(database.connect(), table, columns), true);
            } else {
                connection.setAutoCommit(false);
                fill((table, columns) -> new BatchedTable(connection, table, columns), false);
                connection.setAutoCommit(true);
            }
            scaffold.putUp();
            for (String table : new String[] {"users", "barks", "likes"}) {
                goOnAfterTheLast(statement, table);
            }
            statement.execute(database.isPostgres() ? "vacuum (analyze)" : "analyze");
        }
    }

    private void fill(Table.Opening open, boolean postgres) throws SQLException {
        try (Table users = open.table(
                        "users",
                        "id, username, password_hash, role, created_at, display_name, username_key, display_name_key");
                Table follows = open.table("follows", "follower_id, followee_id, created_at")) {
            for (Dog dog : world.dogs()) {
                users.add(
                        dog.id(),
                        dog.username(),
                        passwordHash,
                        "USER",
                        BEFORE,
                        dog.displayName().orElse(null),
                        key(dog.username()),
                        dog.displayName().map(Filling::key).orElse(null));
                for (int followee : world.followeesOf(dog.id())) {
                    follows.add(dog.id(), followee, BEFORE);
                }
            }
        }
        try (Table barks = open.table(
                        "barks",
                        "id, author_id, text, post_key, created_at, rebark_of_id, parent_id, root_id, quoted_id, words");
                Table mentions = open.table("mentions", "bark_id, name, account_id");
                Table tags = open.table("tags", "tag, bark_id");
                Table likes = open.table("likes", "id, bark_id, account_id, created_at")) {
            world.tell(
                    bark -> {
                        barks.add(row(bark, postgres));
                        bark.mentions().forEach(dog -> mentions.add(bark.id(), dog.username(), dog.id()));
                        bark.tags().forEach(tag -> tags.add(tag, bark.id()));
                    },
                    like -> likes.add(like.id(), like.barkId(), like.accountId(), like.createdAt()));
        }
    }

    /** What a name is looked up by. */
    private static byte[] key(String name) {
        return name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object[] row(Bark bark, boolean postgres) {
        return new @Nullable Object[] {
            bark.id(),
            bark.authorId(),
            bark.rebarkOf().isPresent() ? null : bark.text(),
            bark.postKey(),
            bark.createdAt(),
            orNull(bark.rebarkOf()),
            orNull(bark.parent()),
            orNull(bark.root()),
            orNull(bark.quoted()),
            bark.rebarkOf().isPresent() ? null : SearchWords.stored(bark.id(), bark.authorId(), bark.text(), postgres)
        };
    }

    private static @Nullable Integer orNull(OptionalInt id) {
        return id.isPresent() ? id.getAsInt() : null;
    }

    private static void goOnAfterTheLast(Statement statement, String table) throws SQLException {
        try (var found = statement.executeQuery("select max(id) + 1 from " + table)) {
            found.next();
            long next = found.getLong(1);
            statement.execute("alter table " + table + " alter column id restart with " + next);
        }
    }
}
