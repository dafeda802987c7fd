package app.barker.bark;

import app.barker.account.Viewer;
import app.barker.follow.BlockService;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may read a bark: everyone here, but for those whom its author has blocked or who have blocked its author. */
@Component
class BarkAccess {

    private final BarkRepository barks;
    private final BlockService blocks;

    BarkAccess(BarkRepository barks, BlockService blocks) {
        this.barks = barks;
        this.blocks = blocks;
    }

    /** @throws BarkNotFound when there is none for this reader */
    Bark read(Viewer me, long barkId) {
        return readableFor(me, barks.find(barkId)).orElseThrow(BarkNotFound::new);
    }

    /**
     * As {@link #read}, and it stays until the transaction ends.
     *
     * @throws BarkNotFound when there is none for this reader
     */
    Bark hold(Viewer me, long barkId) {
        return readableFor(me, barks.lockShared(barkId)).orElseThrow(BarkNotFound::new);
    }

    /** For what may also be missing. */
    Optional<Bark> find(Viewer me, long barkId) {
        return readableFor(me, barks.find(barkId));
    }

    private Optional<Bark> readableFor(Viewer me, Optional<Bark> found) {
        return found.filter(bark -> bark.isBy(me) || !blocks.between(me.id(), bark.authorId()));
    }
}
