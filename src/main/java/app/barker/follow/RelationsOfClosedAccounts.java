package app.barker.follow;

import app.barker.account.AccountClosed;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With an account goes whom it followed, muted and blocked, and who did that to it. */
@Component
class RelationsOfClosedAccounts {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    RelationsOfClosedAccounts(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventListener
    @Order(AccountClosed.LOCKED_FIRST)
    void remove(AccountClosed closed) {
        long person = closed.person().id();
        List<Long> others = jdbc.sql("""
                        select follower_id from follows where followee_id = :person
                        union select blocker_id from blocks where blocked_id = :person
                        union select blocked_id from blocks where blocker_id = :person
                        union select account_id from mutes where muted_id = :person""")
                .param("person", person)
                .query((row, number) -> row.getLong(1))
                .list();
        for (String relations : List.of(
                "follows where follower_id = :person or followee_id = :person",
                "blocks where blocker_id = :person or blocked_id = :person",
                "mutes where account_id = :person or muted_id = :person")) {
            jdbc.sql("delete from " + relations).param("person", person).update();
        }
        events.publishEvent(new RelationsChanged(person));
        others.forEach(other -> events.publishEvent(new RelationsChanged(other)));
    }
}
