package app.barker.draft;

import app.barker.account.AccountClosed;
import app.barker.bark.BarkPosted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A draft ends with the bark that comes of it, and with the account of who wrote it; in the same transaction as these. */
@Component
class EndsOfDrafts {

    private final DraftTable table;

    EndsOfDrafts(DraftTable table) {
        this.table = table;
    }

    @EventListener
    void posted(BarkPosted posted) {
        boolean saysSomething = posted.entryId() == posted.barkId();
        if (saysSomething) {
            table.deletePosted(posted.byId(), posted.barkId());
        }
    }

    @EventListener
    void closed(AccountClosed closed) {
        table.deleteAll(closed.person().id());
    }
}
