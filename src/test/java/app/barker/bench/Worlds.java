package app.barker.bench;

import app.barker.bench.world.Database;
import app.barker.bench.world.Filling;
import app.barker.bench.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The same world twice, with few barks and with many, side by side in databases of the same kind. Both go when it is closed. */
final class Worlds implements AutoCloseable {

    private final Setting setting;
    private final Optional<Postgres> own;
    private final Path folder;
    private final ReadDatabase few;
    private final ReadDatabase many;

    Worlds(Setting setting) throws Exception {
        this.setting = setting;
        Scale scale = setting.scale();
        folder = setting.workplace().folder("worlds");
        own = scale.postgres() && scale.url().isEmpty() ? Optional.of(Postgres.start(setting)) : Optional.empty();
        few = filled("few", Scale.FEW_BARKS);
        many = filled("many", scale.barks());
    }

    private ReadDatabase filled(String name, int barks) throws Exception {
        long begun = System.nanoTime();
        Database database = database(name);
        fill(database, setting.scale().world(barks));
        setting.detail("%d barks stored after %.0f s".formatted(barks, (System.nanoTime() - begun) / 1e9));
        return new ReadDatabase(database);
    }

    static void fill(Database empty, World world) throws SQLException {
        empty.migrate();
        new Filling(world, Kennel.passwordHash()).into(empty);
    }

    private Database database(String name) throws SQLException {
        if (own.isPresent()) {
            return own.get().newDatabase(name);
        } else if (setting.scale().url().isPresent()) {
            return newSchema(setting.scale().url().get(), schema(name));
        }
        return new Database("jdbc:h2:file:" + folder.resolve(name), "", "");
    }

    private static String schema(String name) {
        return "barker_bench_" + name;
    }

    /** In somebody's database: nothing else in there is touched. */
    private static Database newSchema(Database database, String schema) throws SQLException {
        execute(database, "create schema " + schema);
        String separator = database.url().contains("?") ? "&" : "?";
        return new Database(
                database.url() + separator + "currentSchema=" + schema, database.user(), database.password());
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    ReadDatabase few() {
        return few;
    }

    ReadDatabase many() {
        return many;
    }

    @Override
    public void close() throws IOException, SQLException {
        few.close();
        many.close();
        if (own.isPresent()) {
            own.get().close();
        } else if (setting.scale().url().isPresent()) {
            for (String name : new String[] {"few", "many"}) {
                execute(setting.scale().url().get(), "drop schema " + schema(name) + " cascade");
            }
        }
    }
}
