package app.barker.timeline;

import app.barker.account.Viewer;
import app.barker.bark.SearchWords;
import app.barker.search.SearchQuery;
import app.barker.search.Sought;
import java.sql.DatabaseMetaData;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds barks by what they have. PostgreSQL asks its index of words, first for the newest barks alone, for most searches find a page
 * among these; H2 looks through the barks from the newest on (docs/decisions/0028).
 */
@Component
class SearchEntries {

    /** Barks that are posted at the same moment get their ids in any order. */
    private static final long DISORDER = 1_000;

    /** Nobody has it. */
    private static final long NOBODY = -1;

    private static final String HAS_IMAGE = "exists (select 1 from media m where m.bark_id = b.id)";

    private static final String IS_BOOKMARKED =
            "exists (select 1 from bookmarks k where k.account_id = :me and k.bark_id = b.id)";

    private static final String ENTRIES = "select " + CardQuery.ENTRY;

    private static final String FROM_BARKS = " from barks b where b.id < :before and b.text is not null";

    private static final String FROM_BOOKMARKS = " from bookmarks k join barks b on b.id = k.bark_id"
            + " where k.account_id = :me and b.id < :before and b.text is not null";

    private static final String NEWEST_FIRST = " order by b.id desc limit :rows";

    /**
     * The index of words finds what is sought, and the newest of that are taken. With the bare id PostgreSQL would rather walk
     * through all barks in their order, for it takes every search for one that finds much.
     */
    private static final String HITS =
            "select b.id from barks b where b.words @@ cast(%s as tsquery) and b.id + 0 < :before%s"
                    + " order by b.id + 0 desc limit :rows";

    private static final String ENOUGH_IN = "(select count(*) from %s) = :rows";

    /** One statement: PostgreSQL does not begin with what is far when there is enough near by. */
    private static final String FROM_WORDS = "with near as (" + HITS + "), less_near as (select h.id from (" + HITS
            + ") h where not " + ENOUGH_IN.formatted("near") + "), far as (select h.id from (" + HITS + ") h where not "
            + ENOUGH_IN.formatted("near") + " and not " + ENOUGH_IN.formatted("less_near") + ") " + ENTRIES
            + " from (select id from (select id from near where " + ENOUGH_IN.formatted("near")
            + " union all select id from less_near where " + ENOUGH_IN.formatted("less_near")
            + " union all select id from far) one limit :rows) hits join barks b on b.id = hits.id";

    private final CardQuery cards;
    private final JdbcClient jdbc;
    private final boolean onPostgres;

    SearchEntries(CardQuery cards, JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
        this.cards = cards;
        this.jdbc = jdbc;
        onPostgres = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName)
                .equals("PostgreSQL");
    }

    List<CardQuery.Row> newest(Viewer me, SearchQuery query, long before, int rows) {
        return new Finding(me, query, before).rows(rows);
    }

    /** One search, as it is put together: what the words must be in a form of its own, everything else as conditions. */
    private final class Finding {

        private final Viewer me;
        private final SearchQuery query;
        private final StringBuilder conditions = new StringBuilder();
        private final List<String> words = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();
        private long before;

        Finding(Viewer me, SearchQuery query, long before) {
            this.me = me;
            this.query = query;
            this.before = before;
            query.wanted().forEach(sought -> add(sought, false));
            query.unwanted().forEach(sought -> add(sought, true));
        }

        List<CardQuery.Row> rows(int rows) {
            boolean inBookmarks = query.wanted().contains(new Sought.IsBookmarked());
            String all = String.join(" & ", words);
            if (onPostgres && !inBookmarks && query.wanted().stream().anyMatch(SearchEntries::isByWords)) {
                before = Math.min(before, behindTheNewest());
                List<List<String>> stretches = SearchWords.stretchesBefore(before);
                String hits = conditions.toString();
                parameters.put("near", within(stretches.get(0), all));
                parameters.put("less_near", within(stretches.get(1), all));
                parameters.put("all", all);
                return found(FROM_WORDS.formatted(":near", hits, ":less_near", hits, ":all", hits), rows);
            }
            if (onPostgres && !words.isEmpty()) {
                parameters.put("all", all);
                conditions.append(" and b.words @@ cast(:all as tsquery)");
            }
            return found(ENTRIES + (inBookmarks ? FROM_BOOKMARKS : FROM_BARKS) + conditions + NEWEST_FIRST, rows);
        }

        private List<CardQuery.Row> found(String entries, int rows) {
            parameters.put("before", before);
            return cards.newestFirst(me, entries, rows, parameters);
        }

        private static String within(List<String> stretch, String all) {
            return "(" + stretch.stream().map(SearchWords::quoted).collect(Collectors.joining(" | ")) + ") & " + all;
        }

        private void add(Sought sought, boolean not) {
            switch (sought) {
                case Sought.Words(List<Sought.Word> all) -> addWords(all.stream(), not);
                case Sought.Tag(String tag) -> addWord(SearchWords.tag(tag), not);
                case Sought.From(String username) -> addWord(SearchWords.by(idOf(username)), not);
                case Sought.HasLink link -> addWord(SearchWords.LINK, not);
                case Sought.HasImage image -> addCondition(HAS_IMAGE, not);
                case Sought.IsBookmarked bookmarked -> addCondition(IS_BOOKMARKED, not);
                case Sought.Before(LocalDate day) -> addTime("<", beginOf(day), not);
                case Sought.After(LocalDate day) -> addTime(">=", beginOf(day.plusDays(1)), not);
            }
        }

        private void addWord(String word, boolean not) {
            addWords(Stream.of(new Sought.Word(word, false)), not);
        }

        private void addWords(Stream<Sought.Word> all, boolean not) {
            if (onPostgres) {
                String together = all.map(word -> SearchWords.quoted(word.text()) + (word.isBeginning() ? ":*" : ""))
                        .collect(Collectors.joining(" & "));
                words.add((not ? "!" : "") + "(" + together + ")");
            } else {
                addCondition(
                        all.map(word -> "locate(" + parameter(" " + word.text() + (word.isBeginning() ? "" : " "))
                                        + ", b.words) > 0")
                                .collect(Collectors.joining(" and ")),
                        not);
            }
        }

        private void addTime(String comparison, Instant time, boolean not) {
            addCondition("b.created_at " + comparison + " " + parameter(Timestamp.from(time)), not);
            long id = idAt(time);
            boolean isUpperEnd = comparison.equals("<") != not;
            if (isUpperEnd) {
                before = Math.min(before, id + DISORDER);
            } else {
                addCondition("b.id > " + parameter(id - DISORDER), false);
            }
        }

        private void addCondition(String condition, boolean not) {
            conditions.append(not ? " and not (" : " and (").append(condition).append(')');
        }

        private String parameter(Object value) {
            String name = "sought" + parameters.size();
            parameters.put(name, value);
            return ":" + name;
        }

        private long idOf(String username) {
            return username.equals("me")
                    ? me.id()
                    : jdbc.sql("select id from users where username = ? and closed_at is null")
                            .param(username)
                            .query((row, number) -> row.getLong(1))
                            .optional()
                            .orElse(NOBODY);
        }
    }

    /** Whether the index of words can be asked for it. */
    private static boolean isByWords(Sought sought) {
        return switch (sought) {
            case Sought.Words all -> true;
            case Sought.Tag tag -> true;
            case Sought.From from -> true;
            case Sought.HasLink link -> true;
            case Sought.HasImage image -> false;
            case Sought.IsBookmarked bookmarked -> false;
            case Sought.Before day -> false;
            case Sought.After day -> false;
        };
    }

    private static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The last bark before a time, so that what lies on the other side need not be looked at. */
    private long idAt(Instant time) {
        return jdbc.sql("select id from barks where created_at < ? order by created_at desc limit 1")
                .param(Timestamp.from(time))
                .query((row, number) -> row.getLong(1))
                .optional()
                .orElse(0L);
    }

    private long behindTheNewest() {
        return jdbc.sql("select coalesce(max(id), 0) + 1 from barks")
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
