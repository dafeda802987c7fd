package app.barker.notification;

import app.barker.account.AccountClosed;
import app.barker.account.AccountCreated;
import app.barker.bark.BarkDeleted;
import app.barker.bark.BarkEdited;
import app.barker.bark.BarkMarked;
import app.barker.bark.BarkPosted;
import app.barker.follow.PersonBlocked;
import app.barker.follow.PersonFollowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes down what happens to people, in the transaction in which it happens: whoever likes something and whoever is told of it stand or
 * fall together. Who did something is read from where it stands: of what is taken back only that is kept that it is no news when it
 * is given again (docs/decisions/0026).
 */
@Component
class Notifier {

    /** What was brought up that lately and is unread is on top: of a thousand likes at once the first ones write, the others look. */
    private static final Duration ON_TOP = Duration.ofMinutes(1);

    private final InboxTable inboxes;
    private final NotificationTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifier(InboxTable inboxes, NotificationTable table, ApplicationEventPublisher events, Clock clock) {
        this.inboxes = inboxes;
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void openInbox(AccountCreated account) {
        inboxes.add(account.accountId());
    }

    /** Before anybody deletes the barks: by them it is known whom they were told to. Locks nothing. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void tellOfClosing(AccountClosed account) {
        tell(table.recipientsForBarksOf(account.person().id()));
    }

    /** When all others have done what they have to: who answers one of the barks has locked it, and waits for the inbox. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void closeInbox(AccountClosed account) {
        long person = account.person().id();
        table.deleteCausedBy(person);
        inboxes.delete(person);
    }

    @EventListener
    void deliver(BarkPosted posted) {
        boolean isRebark = posted.entryId() != posted.barkId();
        if (!isRebark) {
            deliver(posted.barkId(), posted.byId());
        }
    }

    @EventListener
    void deliver(BarkEdited edited) {
        deliver(edited.barkId(), edited.authorId());
    }

    private void deliver(long barkId, long authorId) {
        List<Long> addressed = table.addressedBy(barkId, authorId);
        if (inboxes.lock(addressed)) {
            Instant now = clock.instant();
            table.addReply(barkId, authorId, now);
            table.addMentions(barkId, authorId, now);
            tell(addressed);
        }
    }

    @EventListener
    void deliver(BarkMarked marked) {
        NotificationKind kind = NotificationKind.of(marked.mark());
        Instant now = clock.instant();
        if (marked.on()) {
            bringUp(
                    marked.authorId(),
                    () -> table.isToBringUp(kind, marked.barkId(), marked.byId(), now, now.minus(ON_TOP)),
                    () -> table.bringUp(kind, marked.authorId(), marked.barkId(), now));
        } else {
            table.addTakenBack(kind, marked.authorId(), Optional.of(marked.barkId()), marked.byId(), now);
        }
        tell(List.of(marked.authorId()));
    }

    @EventListener
    void deliver(PersonFollowed followed) {
        long recipient = followed.followeeId();
        Instant now = clock.instant();
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        if (followed.on()) {
            bringUp(
                    recipient,
                    () -> table.isToBringUpFollowers(recipient, followed.followerId(), day, now, now.minus(ON_TOP)),
                    () -> table.bringUpFollowers(recipient, day, now));
        } else {
            table.addTakenBack(NotificationKind.FOLLOW, recipient, Optional.empty(), followed.followerId(), now);
        }
        tell(List.of(recipient));
    }

    /** Looks again once it has the lock: another one may have done it meanwhile. */
    private void bringUp(long recipient, BooleanSupplier isNeeded, Runnable action) {
        if (isNeeded.getAsBoolean() && inboxes.lock(List.of(recipient)) && isNeeded.getAsBoolean()) {
            action.run();
        }
    }

    @EventListener
    void remove(PersonBlocked blocked) {
        if (inboxes.lock(List.of(blocked.blockerId(), blocked.blockedId()))) {
            table.deleteBetween(blocked.blockerId(), blocked.blockedId());
            table.deleteBetween(blocked.blockedId(), blocked.blockerId());
        }
    }

    /** The rows go with the bark; who had them sees a smaller number. */
    @EventListener
    void tell(BarkDeleted bark) {
        tell(table.recipientsFor(bark.entryId()));
    }

    private void tell(List<Long> recipients) {
        recipients.forEach(recipient -> events.publishEvent(new InboxChanged(recipient)));
    }
}
