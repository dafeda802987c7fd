package app.barker.bench;

import app.barker.bench.world.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a bark costs somebody whom ten thousand follow, beside one whom nobody does. */
final class BarkCost implements Measure {

    private static final int FOLLOWERS = 10_000;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 300;

    @Override
    public String name() {
        return "bark-cost";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        try (Site site = Site.open(setting, Site.CHATTY)) {
            addFollowers(site.database());
            Tab followed = site.logIn(Kennel.AUTHOR).openHome();
            Tab alone = site.logIn(Kennel.READER).openHome();
            for (int i = 0; i < WARM_UP; i++) {
                millis(followed);
                millis(alone);
            }
            long rowsBefore = rows(site.database());
            Samples withFollowers = new Samples();
            for (int i = 0; i < ROUNDS; i++) {
                withFollowers.add(millis(followed));
            }
            long rowsAfter = rows(site.database());
            Samples interleaved = new Samples();
            Samples without = new Samples();
            for (int i = 0; i < ROUNDS; i++) {
                without.add(millis(alone));
                interleaved.add(millis(followed));
            }
            setting.detail("with followers " + interleaved + ", without " + without);
            return List.of(
                    Figure.withGoal(
                            name() + ".rows",
                            (rowsAfter - rowsBefore) / (double) ROUNDS,
                            "rows per bark",
                            1,
                            "rows of all tables after %d barks of an author with %d followers less before; PostgreSQL"
                                    .formatted(ROUNDS, FOLLOWERS)),
                    Figure.withGoal(
                            name() + ".time",
                            interleaved.median() / without.median(),
                            "times",
                            1.2,
                            "median time of posting through the composer with %d followers over that with none, %d in turn; %.1f ms over %.1f ms"
                                    .formatted(FOLLOWERS, ROUNDS, interleaved.median(), without.median())));
        }
    }

    private static double millis(Tab author) throws Exception {
        long begun = System.nanoTime();
        author.bark("Woof, says the dog next door.", UUID.randomUUID().toString());
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void addFollowers(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into users (username, password_hash, role, created_at)
                    select 'follower' || n, (select password_hash from users where username = '%s'), 'USER', now()
                    from generate_series(1, %d) n""".formatted(Kennel.AUTHOR, FOLLOWERS));
            statement.execute("""
                    insert into follows (follower_id, followee_id, created_at)
                    select f.id, a.id, now() from users f, users a
                    where f.username like 'follower%%' and a.username = '%s'""".formatted(Kennel.AUTHOR));
        }
    }

    private static long rows(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            long all = 0;
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    all += count.getLong(1);
                }
            }
            return all;
        }
    }
}
