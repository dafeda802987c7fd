package app.barker.follow;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Person;
import app.barker.account.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Blocking people. A block is one person's and works both ways: neither sees the other, whoever blocked. */
@Service
public class BlockService {

    private final AccountService accounts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BlockService(AccountService accounts, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Blocks somebody, and ends the follows between the two. Whatever either of them was writing at that moment is committed
     * before or refused after. Who is blocked may block back: their own block stays when the other one ends.
     *
     * @throws PersonNotFound for a name that leads to nobody or to oneself
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public void block(Viewer me, String username) {
        Person person = find(me, username);
        if (!accounts.lockAlone(me, person.id())) {
            throw new PersonNotFound();
        }
        if (!stands(me.id(), person.id())) {
            insert(me.id(), person.id());
            endFollow(me.id(), person.id());
            endFollow(person.id(), me.id());
            events.publishEvent(new PersonBlocked(me.id(), person.id()));
            publishChangeFor(me.id(), person.id());
        }
    }

    /**
     * Takes one's own block back; does nothing where there is none. Follows that it ended do not come back.
     *
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public void unblock(Viewer me, String username) {
        accounts.lockForWriting(me);
        accounts.find(username)
                .filter(person -> delete(me.id(), person.id()) > 0)
                .ifPresent(person -> publishChangeFor(me.id(), person.id()));
    }

    /** Whom one has blocked, the latest first. */
    @Transactional(readOnly = true)
    public List<BlockedPerson> blockedBy(Viewer me) {
        return jdbc.sql("""
                        select u.username, coalesce(u.display_name, u.username), b.created_at
                        from blocks b join users u on u.id = b.blocked_id
                        where b.blocker_id = ?
                        order by b.created_at desc, u.username
                        """)
                .param(me.id())
                .query((row, number) -> new BlockedPerson(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    /**
     * Whether one of the two has blocked the other. A writer asks after locking their own account: then the answer holds until
     * the transaction ends.
     */
    @Transactional(readOnly = true)
    public boolean between(long one, long other) {
        return !jdbc.sql("""
                        select 1 from blocks where blocker_id = :one and blocked_id = :other
                        union all
                        select 1 from blocks where blocker_id = :other and blocked_id = :one
                        """)
                .param("one", one)
                .param("other", other)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Somebody else, unless a block stands between the two. */
    Person findAcrossNoBlock(Viewer me, String username) {
        Person person = find(me, username);
        if (between(me.id(), person.id())) {
            throw new PersonNotFound();
        }
        return person;
    }

    private Person find(Viewer me, String username) {
        return accounts.find(username).filter(person -> person.id() != me.id()).orElseThrow(PersonNotFound::new);
    }

    private boolean stands(long blocker, long blocked) {
        return jdbc.sql("select count(*) from blocks where blocker_id = ? and blocked_id = ?")
                        .params(blocker, blocked)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void insert(long blocker, long blocked) {
        jdbc.sql("insert into blocks (blocker_id, blocked_id, created_at) values (?, ?, ?)")
                .params(blocker, blocked, Timestamp.from(clock.instant()))
                .update();
    }

    private void endFollow(long follower, long followee) {
        jdbc.sql("delete from follows where follower_id = ? and followee_id = ?")
                .params(follower, followee)
                .update();
    }

    private int delete(long blocker, long blocked) {
        return jdbc.sql("delete from blocks where blocker_id = ? and blocked_id = ?")
                .params(blocker, blocked)
                .update();
    }

    private void publishChangeFor(long one, long other) {
        events.publishEvent(new RelationsChanged(one));
        events.publishEvent(new RelationsChanged(other));
    }
}
