package app.barker.timeline;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard.Author;
import app.barker.follow.ReaderRules;
import app.barker.follow.Readers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whom a reader might follow: who has barked of late and is not followed yet. */
@Repository
public class Suggestions {

    /** Looked through from the newest on, so that the cost has a bound. */
    private static final int LOOKED_THROUGH = 500;

    /** Some more than asked for: rules may take people out. */
    private static final int SPARE = 20;

    private final JdbcClient jdbc;
    private final Readers readers;
    private final Clock clock;

    Suggestions(JdbcClient jdbc, Readers readers, Clock clock) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.clock = clock;
    }

    /** Who barked last comes first. */
    @Transactional(readOnly = true)
    public List<Author> forReader(Viewer me, int most) {
        ReaderRules rules = readers.rulesOf(me);
        Instant now = clock.instant();
        return jdbc
                .sql("""
                        select u.id, u.username, u.display_name, u.avatar_version
                        from (select author_id, max(id) as newest from (
                                select b.author_id, b.id from barks b where b.id > 0 order by b.id desc limit %d) recent
                            group by author_id) active
                        join users u on u.id = active.author_id
                        where u.id <> :me
                            and not exists (select 1 from follows f where f.follower_id = :me and f.followee_id = u.id)
                        order by active.newest desc limit :rows
                        """.formatted(LOOKED_THROUGH))
                .param("me", me.id())
                .param("rows", most + SPARE)
                .query((row, number) -> new Author(
                        row.getLong(1),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)).orElse(row.getString(2)),
                        Optional.ofNullable(row.getString(4)).orElse("")))
                .stream()
                .filter(person -> !rules.hidesPerson(person.id(), now))
                .limit(most)
                .toList();
    }
}
