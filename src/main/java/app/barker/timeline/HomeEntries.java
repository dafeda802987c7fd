package app.barker.timeline;

import app.barker.account.Viewer;
import app.barker.follow.ReaderRules;
import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds what those say whom a reader follows. First near by, among the newest few thousand barks of everyone; only where these
 * do not fill a page, far and wide, by asking for the newest of each followed person. Neither grows with the number of barks
 * (docs/decisions/0017).
 */
@Component
class HomeEntries {

    /** So many barks are near by. A page of 21 needs one in a hundred to be of people that the reader follows. */
    static final int RECENT = 2_000;

    /** Looked through on H2, where the nearest barks promise that these will fill the page. */
    static final int LESS_RECENT = 50_000;

    /** So many people are asked one by one what they have said of late; with more it is quicker to look through all barks. */
    static final int FEW_PEOPLE = 200;

    private static final String FOLLOWED =
            "(select f.followee_id as id from follows f where f.follower_id = :me union all select cast(:me as bigint)) f";

    private static final String IS_RECENT = """
            b.id < :before
                and b.id > (select x.id from barks x where x.id < :before order by x.id desc fetch first 1 row only) - :recent
            """;

    private static final String IS_FOLLOWED =
            " and (b.author_id = :me or b.author_id in (select f.followee_id from follows f where f.follower_id = :me))";

    private static final String RECENT_OF_ALL =
            "select b.id from barks b where " + IS_RECENT + IS_FOLLOWED + " order by b.id desc limit :rows";

    private static final String RECENT_OF_EACH = newestOfEach(IS_RECENT, "");

    /** One statement does both: PostgreSQL does not begin with what is far when enough is near. */
    private static final String NEAR_OR_FAR = "with near as (%s), far as ("
            + newestOfEach("b.id < :before", "where (select count(*) from near) < :rows")
            + ") select " + CardQuery.ENTRY + " from (select id from near where (select count(*) from near) = :rows"
            + " union all select id from far) newest join barks b on b.id = newest.id";

    /**
     * H2 has no LATERAL: all barks of the followed are looked at, which is well only where these are few. It takes the index of
     * authors for the authors alone: with a limit of ids beside them, it would walk through that index from end to end.
     */
    private static final String FAR_ON_H2 = "select " + CardQuery.ENTRY + " from barks b use index (barks_by_author)"
            + " where b.author_id in (select f.followee_id from follows f where f.follower_id = :me"
            + " union all select cast(:me as bigint)) and b.id + 0 < :before order by b.id desc limit :rows";

    private static final String NEAR_ON_H2 = "select " + CardQuery.ENTRY + " from barks b where " + IS_RECENT
            + IS_FOLLOWED + " order by b.id desc limit :rows";

    private final CardQuery cards;
    private final boolean lateral;

    HomeEntries(CardQuery cards, DataSource database) throws MetaDataAccessException {
        this.cards = cards;
        lateral = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName)
                .equals("PostgreSQL");
    }

    /** Ids alone: they stand in the index, in this order. */
    private static String newestOfEach(String which, String when) {
        return "select n.id from " + FOLLOWED
                + " cross join lateral (select b.id from barks b where b.author_id = f.id and " + which
                + " order by b.id desc limit :rows) n " + when + " order by n.id desc limit :rows";
    }

    /** @param rules of the same reader */
    List<CardQuery.Row> newest(Viewer me, ReaderRules rules, long before, int rows) {
        if (lateral) {
            String near = rules.followsAtMost(FEW_PEOPLE) ? RECENT_OF_EACH : RECENT_OF_ALL;
            return cards.newestFirst(me, NEAR_OR_FAR.formatted(near), rows, near(me, before, RECENT));
        }
        List<CardQuery.Row> recent = cards.newestFirst(me, NEAR_ON_H2, rows, near(me, before, RECENT));
        if (recent.size() < rows && recent.size() * (LESS_RECENT / RECENT) >= rows) {
            recent = cards.newestFirst(me, NEAR_ON_H2, rows, near(me, before, LESS_RECENT));
        }
        return recent.size() == rows
                ? recent
                : cards.newestFirst(me, FAR_ON_H2, rows, Map.of("me", me.id(), "before", before));
    }

    private static Map<String, ?> near(Viewer me, long before, int recent) {
        return Map.of("me", me.id(), "before", before, "recent", recent);
    }
}
