package app.barker.timeline;

import app.barker.account.Viewer;
import java.sql.DatabaseMetaData;
import java.util.Map;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds what those say whom a reader follows. First among the newest few thousand barks of everyone, which is quick for who
 * follows people that talk; where these do not fill a page, by asking for the newest of each followed person, which is quick
 * for who follows few or quiet people. Neither grows with the number of barks (docs/decisions/0017).
 */
@Component
class HomeEntries {

    /** So many barks are looked through first. A page of 21 needs one in a hundred to be of people that the reader follows. */
    static final int RECENT = 2_000;

    private static final String RECENT_ENTRIES = "select " + CardQuery.ENTRY + """
             from barks b
            where b.id < :before
                and b.id > (select x.id from barks x where x.id < :before order by x.id desc fetch first 1 row only) - :recent
                and (b.author_id = :me or b.author_id in (select f.followee_id from follows f where f.follower_id = :me))
            order by b.id desc limit :rows
            """;

    private static final String FOLLOWED =
            "(select f.followee_id as id from follows f where f.follower_id = :me union all select cast(:me as bigint)) f";

    private static final String LATERAL = "select " + CardQuery.ENTRY + " from " + FOLLOWED + """
             cross join lateral (
                select x.id, x.author_id, x.rebark_of_id from barks x
                where x.author_id = f.id and x.id < :before order by x.id desc limit :rows) b
            order by b.id desc limit :rows
            """;

    /** H2 has no LATERAL: all barks of the followed are looked at. They are few, or the recent ones would have done. */
    private static final String JOIN = "select " + CardQuery.ENTRY + " from " + FOLLOWED
            + " join barks b on b.author_id = f.id where b.id < :before order by b.id desc limit :rows";

    private final boolean lateral;

    HomeEntries(javax.sql.DataSource database) throws MetaDataAccessException {
        lateral = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName)
                .equals("PostgreSQL");
    }

    String recent() {
        return RECENT_ENTRIES;
    }

    String all() {
        return lateral ? LATERAL : JOIN;
    }

    Map<String, ?> parameters(Viewer me, long before, int rows) {
        return Map.of("me", me.id(), "before", before, "rows", rows, "recent", RECENT);
    }

    Map<String, ?> parametersOfAll(Viewer me, long before, int rows) {
        return Map.of("me", me.id(), "before", before, "rows", rows);
    }
}
