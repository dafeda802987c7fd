package app.barker.timeline;

import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.follow.ReadersOver;
import app.barker.search.SearchQuery;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The timeline over any database, without the rest of Barker: for measuring what its statements cost. */
public final class Reading {

    private final Timeline timeline;
    private final TransactionOperations transaction;

    private Reading(DataSource database, TransactionOperations transaction) throws MetaDataAccessException {
        this.transaction = transaction;
        JdbcClient jdbc = JdbcClient.create(database);
        CardQuery cards = new CardQuery(jdbc);
        timeline = new Timeline(
                cards,
                new HomeEntries(cards, database),
                new SearchEntries(cards, jdbc, database),
                new BarkNews(jdbc),
                ReadersOver.database(jdbc),
                new ReaderFilter(Clock.systemUTC()));
    }

    /** As Barker does: what belongs together in one transaction that writes nothing. */
    public static Reading inTransactions(DataSource database) throws MetaDataAccessException {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        transaction.setReadOnly(true);
        return new Reading(database, transaction);
    }

    /** Each statement by itself: PostgreSQL then says at once what it has to say about one. */
    public static Reading oneByOne(DataSource database) throws MetaDataAccessException {
        return new Reading(database, TransactionOperations.withoutTransaction());
    }

    public BarkPage home(Viewer me, long before, int size) {
        return transaction.execute(tx -> timeline.home(me, before, size));
    }

    /**
     * What a search finds.
     *
     * @param query as somebody types it
     */
    public BarkPage found(Viewer me, String query, long before, int size) {
        return transaction.execute(tx -> timeline.found(me, SearchQuery.of(query), before, size));
    }

    public BarkPage everyone(Viewer me, long before, int size) {
        return transaction.execute(tx -> timeline.everyone(me, before, size));
    }
}
