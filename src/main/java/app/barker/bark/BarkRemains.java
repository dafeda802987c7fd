package app.barker.bark;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stays of a bark when it changes: earlier words after an edit, a tombstone after a deletion. */
@Component
class BarkRemains {

    /** More is a history that nobody reads. */
    static final int MOST_VERSIONS = 100;

    private final JdbcClient jdbc;

    BarkRemains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keepVersion(Bark bark) {
        jdbc.sql("insert into bark_versions (bark_id, text, written_at) values (?, ?, ?)")
                .param(bark.id())
                .param(bark.text())
                .param(Timestamp.from(bark.writtenAt()))
                .update();
    }

    List<BarkVersion> versionsOf(Bark bark) {
        List<BarkVersion> versions = new ArrayList<>();
        versions.add(new BarkVersion(bark.text(), bark.writtenAt()));
        jdbc.sql("select text, written_at from bark_versions where bark_id = ? order by id desc limit ?")
                .param(bark.id())
                .param(MOST_VERSIONS - 1)
                .query((row, number) ->
                        new BarkVersion(row.getString(1), row.getTimestamp(2).toInstant()))
                .list()
                .forEach(versions::add);
        return versions;
    }

    void bury(Bark bark) {
        jdbc.sql("insert into tombstones (bark_id, parent_id, root_id)"
                        + " select id, parent_id, root_id from barks where id = ?")
                .param(bark.id())
                .update();
    }

    /** The barks below whose text it is shown. */
    List<Long> barksThatShow(Bark bark) {
        return jdbc.sql("select id from barks where quoted_id = ? and not quote_detached order by id desc limit 500")
                .param(bark.id())
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
