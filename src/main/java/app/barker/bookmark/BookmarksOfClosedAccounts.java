package app.barker.bookmark;

import app.barker.account.AccountClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** With an account goes what it has put aside, in the same transaction. */
@Component
class BookmarksOfClosedAccounts {

    private final BookmarkTable table;

    BookmarksOfClosedAccounts(BookmarkTable table) {
        this.table = table;
    }

    @EventListener
    void remove(AccountClosed closed) {
        table.removeAll(closed.person().id());
    }
}
