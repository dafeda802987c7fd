package app.barker.follow;

import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Readers} over any database, without the rest of Barker. */
public final class ReadersOver {

    private ReadersOver() {}

    public static Readers database(JdbcClient jdbc) {
        return new Readers(new RelationTables(jdbc));
    }
}
