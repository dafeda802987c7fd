package app.barker.follow;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Person;
import app.barker.account.Viewer;
import app.barker.shared.Allowance;
import app.barker.shared.LimitReached;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Following people and letting them go. */
@Service
public class FollowService {

    private final AccountService accounts;
    private final BlockService blocks;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Allowance allowance;

    FollowService(
            AccountService accounts,
            BlockService blocks,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            FollowSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.blocks = blocks;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.allowance = new Allowance(settings.followsPerHour(), Duration.ofHours(1), clock);
    }

    /**
     * Follows somebody. To follow again changes nothing and counts for no limit, also from two calls at the same moment.
     *
     * @throws PersonNotFound for a name that leads to nobody, to oneself or behind a block
     * @throws LimitReached after too many follows within an hour
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    public void follow(Viewer me, String username) {
        transaction.executeWithoutResult(tx -> {
            // Alone, so that two follows of one person are one after the other: one row, counted once.
            accounts.lockAlone(me);
            // After the lock: a block that was on its way is there by now, and a later one waits.
            Person person = blocks.findAcrossNoBlock(me, username);
            if (!stands(me.id(), person.id())) {
                allowance.take(me.id());
                insert(me.id(), person.id());
                events.publishEvent(new PersonFollowed(me.id(), person.id(), true));
                events.publishEvent(new RelationsChanged(me.id()));
            }
        });
    }

    /**
     * Follows somebody no more; does nothing when one does not.
     *
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    public void unfollow(Viewer me, String username) {
        transaction.executeWithoutResult(tx -> {
            accounts.lockForWriting(me);
            accounts.find(username)
                    .filter(person -> delete(me.id(), person.id()) > 0)
                    .ifPresent(person -> {
                        events.publishEvent(new PersonFollowed(me.id(), person.id(), false));
                        events.publishEvent(new RelationsChanged(me.id()));
                    });
        });
    }

    private boolean stands(long follower, long followee) {
        return jdbc.sql("select count(*) from follows where follower_id = ? and followee_id = ?")
                        .params(follower, followee)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void insert(long follower, long followee) {
        jdbc.sql("insert into follows (follower_id, followee_id, created_at) values (?, ?, ?)")
                .params(follower, followee, Timestamp.from(clock.instant()))
                .update();
    }

    private int delete(long follower, long followee) {
        return jdbc.sql("delete from follows where follower_id = ? and followee_id = ?")
                .params(follower, followee)
                .update();
    }
}
