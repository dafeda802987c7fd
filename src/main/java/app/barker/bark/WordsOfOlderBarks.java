package app.barker.bark;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down, once, what those barks are found by that are older than the search: the newest first, some at a time, so that others
 * can read and write meanwhile. After a restart it goes on with those that have nothing yet.
 */
@Component
class WordsOfOlderBarks {

    private static final Logger LOG = LoggerFactory.getLogger(WordsOfOlderBarks.class);

    private static final int AT_ONCE = 100;

    private final BarkWords words;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private long before = Long.MAX_VALUE;

    WordsOfOlderBarks(BarkWords words, JdbcClient jdbc, TransactionTemplate transaction) {
        this.words = words;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Older(long id, long authorId, String text) {}

    @Scheduled(fixedDelayString = "PT0.05S", initialDelayString = "PT1S")
    void writeSome() {
        if (before == 0) {
            return;
        }
        try {
            List<Long> next = jdbc.sql("""
                            select id from barks where id < ? and words is null and text is not null
                            order by id desc limit ?""")
                    .params(before, AT_ONCE)
                    .query((row, number) -> row.getLong(1))
                    .list();
            if (!next.isEmpty()) {
                transaction.executeWithoutResult(tx -> lock(next).forEach(this::write));
            }
            before = next.size() < AT_ONCE ? 0 : next.getLast();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Older barks are not all found yet: {}", away.toString());
        }
    }

    /** Whoever edits one meanwhile comes before or after this. */
    private List<Older> lock(List<Long> ids) {
        return jdbc.sql(
                        "select id, author_id, text from barks where id in (:ids) and words is null order by id for update")
                .param("ids", ids)
                .query((row, number) -> new Older(row.getLong(1), row.getLong(2), row.getString(3)))
                .list();
    }

    private void write(Older bark) {
        words.put(bark.id(), bark.authorId(), bark.text());
    }
}
