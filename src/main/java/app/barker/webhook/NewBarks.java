package app.barker.webhook;

import app.barker.bark.BarkPosted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes each new bark in its own transaction: no bark is stored without being told of later, whatever happens to the server in
 * between. Who is to be told is found out behind the author's back, for the author must not wait for it.
 */
@Component
class NewBarks {

    private final DeliveryTable table;

    NewBarks(DeliveryTable table) {
        this.table = table;
    }

    @EventListener
    void note(BarkPosted bark) {
        boolean isRebark = bark.entryId() != bark.barkId();
        if (!isRebark) {
            table.noteBark(bark.barkId());
        }
    }
}
