package app.barker.bark;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkMarked.Mark;
import app.barker.shared.Allowance;
import app.barker.shared.LimitReached;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Liking and rebarking, and taking that back. Each is a row or none: saying it twice changes nothing, also at the same moment.
 * All throw {@link BarkNotFound} when there is no such bark for the one who asks, and {@link AccountGone} when their account
 * does not stand any more.
 */
@Service
public class Reactions {

    private final JdbcClient jdbc;
    private final BarkAccess access;
    private final AccountService accounts;
    private final Allowance allowance;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reactions(
            JdbcClient jdbc,
            BarkAccess access,
            AccountService accounts,
            Allowance barkAllowance,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.accounts = accounts;
        this.allowance = barkAllowance;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void like(Viewer me, long barkId) {
        once(me, barkId, this::storeLike);
    }

    public void unlike(Viewer me, long barkId) {
        once(me, barkId, this::removeLike);
    }

    /**
     * Passes a bark on to one's followers.
     *
     * @throws LimitReached when one has barked or rebarked too often of late
     */
    public void rebark(Viewer me, long barkId) {
        once(me, barkId, this::storeRebark);
    }

    public void undoRebark(Viewer me, long barkId) {
        once(me, barkId, this::removeRebark);
    }

    /** Puts one's own bark on top of one's profile, instead of what was there. */
    public void pin(Viewer me, long barkId) {
        once(me, barkId, this::storePin);
    }

    public void unpin(Viewer me, long barkId) {
        once(
                me,
                barkId,
                (person, bark) -> jdbc.sql("delete from pins where account_id = ? and bark_id = ?")
                        .param(person.id())
                        .param(bark.id())
                        .update());
    }

    /** Whoever loses a race finds, the second time, that it is done. */
    private void once(Viewer me, long barkId, BiConsumer<Viewer, Bark> action) {
        try {
            inTransaction(me, barkId, action);
        } catch (DuplicateKeyException doneMeanwhile) {
            inTransaction(me, barkId, action);
        }
    }

    private void inTransaction(Viewer me, long barkId, BiConsumer<Viewer, Bark> action) {
        transaction.executeWithoutResult(tx -> {
            accounts.lockForWriting(me);
            action.accept(me, access.hold(me, barkId));
        });
    }

    private void storeLike(Viewer me, Bark bark) {
        int stored = jdbc.sql("""
                        insert into likes (bark_id, account_id, created_at)
                        select cast(:bark as bigint), cast(:me as bigint), cast(:now as timestamp(6) with time zone)
                        where not exists (select 1 from likes where bark_id = :bark and account_id = :me)
                        """)
                .param("bark", bark.id())
                .param("me", me.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        tellIf(stored > 0, bark, me, Mark.LIKE, true);
    }

    private void removeLike(Viewer me, Bark bark) {
        int removed = jdbc.sql("delete from likes where bark_id = ? and account_id = ?")
                .param(bark.id())
                .param(me.id())
                .update();
        tellIf(removed > 0, bark, me, Mark.LIKE, false);
    }

    private void storeRebark(Viewer me, Bark bark) {
        if (rebarkOf(me, bark).isPresent()) {
            return;
        }
        allowance.take(me.id());
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into barks (author_id, rebark_of_id, post_key, created_at) values (?, ?, ?, ?)")
                .param(me.id())
                .param(bark.id())
                .param(UUID.randomUUID())
                .param(Timestamp.from(clock.instant()))
                .update(key, "id");
        long entryId = Objects.requireNonNull(key.getKey()).longValue();
        events.publishEvent(new BarkPosted(entryId, bark.id(), me.id(), Optional.empty()));
        tellIf(true, bark, me, Mark.REBARK, true);
    }

    private void removeRebark(Viewer me, Bark bark) {
        rebarkOf(me, bark).ifPresent(entryId -> {
            int removed =
                    jdbc.sql("delete from barks where id = ?").param(entryId).update();
            events.publishEvent(new BarkDeleted(entryId));
            tellIf(removed > 0, bark, me, Mark.REBARK, false);
        });
    }

    private Optional<Long> rebarkOf(Viewer me, Bark bark) {
        return jdbc.sql("select id from barks where author_id = ? and rebark_of_id = ?")
                .param(me.id())
                .param(bark.id())
                .query(Long.class)
                .optional();
    }

    private void storePin(Viewer me, Bark bark) {
        if (!bark.isBy(me)) {
            throw new NotYourBark();
        }
        int moved = jdbc.sql("update pins set bark_id = ? where account_id = ?")
                .param(bark.id())
                .param(me.id())
                .update();
        if (moved == 0) {
            jdbc.sql("insert into pins (account_id, bark_id) values (?, ?)")
                    .param(me.id())
                    .param(bark.id())
                    .update();
        }
    }

    private void tellIf(boolean changed, Bark bark, Viewer me, Mark mark, boolean on) {
        if (changed) {
            events.publishEvent(new BarkMarked(bark.id(), bark.authorId(), me.id(), mark, on));
            events.publishEvent(new BarkChanged(bark.id(), OptionalLong.of(me.id())));
        }
    }
}
