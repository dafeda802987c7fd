package app.barker.bark;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Writes down beside a bark what it is found by, as each database looks for it. */
@Component
class BarkWords {

    private final JdbcClient jdbc;
    private final boolean onPostgres;

    BarkWords(JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
        this.jdbc = jdbc;
        onPostgres = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName)
                .equals("PostgreSQL");
    }

    /** In place of what it was found by before. Under the lock of the bark, unless nobody else knows of it yet. */
    void put(long barkId, long authorId, String text) {
        jdbc.sql("update barks set words = " + (onPostgres ? "cast(? as tsvector)" : "?") + " where id = ?")
                .param(SearchWords.stored(barkId, authorId, text, onPostgres))
                .param(barkId)
                .update();
    }
}
