package app.barker.bark;

import app.barker.account.AccountClosed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * With an account goes, when its owner wants that, everything that it said, passed on and liked. The same becomes of each bark as
 * when it is deleted by itself, but in a few statements for all: some people have said a hundred thousand things.
 */
@Component
class BarksOfClosedAccounts {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    BarksOfClosedAccounts(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventListener
    @Order(AccountClosed.LOCKED_FIRST)
    void remove(AccountClosed closed) {
        if (closed.withBarks()) {
            remove(closed.person().id());
        }
    }

    private void remove(long person) {
        List<Entry> own = lockAllOf(person);
        bury(person, own);
        Set<Long> changed = othersThatChange(person);
        jdbc.sql("delete from likes where account_id = ?").param(person).update();
        jdbc.sql("delete from barks where author_id = ?").param(person).update();
        events.publishEvent(new BarksDeleted(own.stream().map(Entry::id).toList(), changed));
    }

    /** A bark or a rebark. */
    private record Entry(long id, @Nullable Long parentId) {}

    /** The newest first. Whoever is answering one of them has committed when this returns. */
    private List<Entry> lockAllOf(long person) {
        return jdbc.sql("select id, parent_id from barks where author_id = ? order by id for update")
                .param(person)
                .query((row, number) -> new Entry(row.getLong(1), row.getObject(2, Long.class)))
                .list()
                .reversed();
    }

    /** What others have answered, and what leads there from the first bark of the thread. */
    private void bury(long person, List<Entry> own) {
        Set<Long> held = answeredByOthers(person);
        List<Long> buried = new ArrayList<>();
        for (Entry entry : own) {
            if (held.contains(entry.id())) {
                buried.add(entry.id());
                if (entry.parentId() != null) {
                    held.add(entry.parentId());
                }
            }
        }
        jdbc.sql("""
                        insert into tombstones (bark_id, parent_id, root_id)
                        select id, parent_id, root_id from barks where id = any(:buried)""").param("buried", buried.toArray(Long[]::new)).update();
    }

    private Set<Long> answeredByOthers(long person) {
        return new HashSet<>(jdbc.sql("""
                        select distinct answer.parent_id from barks own join barks answer on answer.parent_id = own.id
                        where own.author_id = :person and answer.author_id <> :person""")
                .param("person", person)
                .query((row, number) -> row.getLong(1))
                .list());
    }

    /** What was liked, passed on, answered and quoted: numbers go down, and a quote becomes a plain link. */
    private Set<Long> othersThatChange(long person) {
        return Set.copyOf(jdbc.sql("""
                        select changed.id from barks changed join (
                            select bark_id as id from likes where account_id = :person
                            union select rebark_of_id from barks where author_id = :person
                            union select parent_id from barks where author_id = :person
                            union select quoting.id from barks own join barks quoting on quoting.quoted_id = own.id
                                where own.author_id = :person and not quoting.quote_detached) touched
                        on touched.id = changed.id where changed.author_id <> :person""")
                .param("person", person)
                .query((row, number) -> row.getLong(1))
                .list());
    }
}
