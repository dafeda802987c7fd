package app.barker.media;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.follow.Readers;
import app.barker.image.DrawnImage;
import app.barker.image.ImageRefused;
import app.barker.image.ImageWorkshop;
import app.barker.image.Upload;
import app.barker.shared.Allowance;
import app.barker.shared.LimitReached;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Taking pictures, putting them into barks, and handing them out to those who may read these. */
@Service
public class MediaService {

    /** In pixels, of what is kept: a fine screen, from edge to edge. */
    static final int LONGEST_SIDE = 2_048;

    /** Of what is kept: H2's {@code bytea} ends at 1,048,576. */
    static final int MOST_BYTES = 1_000_000;

    private final MediaTable table;
    private final ImageWorkshop images;
    private final AccountService accounts;
    private final Readers readers;
    private final Allowance allowance;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MediaService(
            MediaTable table,
            ImageWorkshop images,
            AccountService accounts,
            Readers readers,
            MediaSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.images = images;
        this.accounts = accounts;
        this.readers = readers;
        this.allowance = new Allowance(settings.perDay(), Duration.ofDays(1), clock);
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a file for {@link #keep}, and no more of it than it takes to find it too large; waits where many upload at once.
     *
     * @throws LimitReached when one has uploaded a lot of late
     * @throws ImageRefused when too many upload right now
     * @throws IOException when the upload breaks off
     */
    public Upload receive(Viewer me, InputStream file) throws IOException {
        allowance.take(me.id());
        return images.receive(file);
    }

    /**
     * Keeps a picture for a bark that is still being written, scaled and drawn anew.
     *
     * @throws ImageRefused when it is no picture that Barker takes, or when too many are drawn right now
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    public Media keep(Viewer me, Upload file, AltText alt) {
        // Before the transaction begins: a connection must not wait for it.
        DrawnImage image = images.whole(file, LONGEST_SIDE, MOST_BYTES);
        return transaction.execute(tx -> {
            accounts.lockForWriting(me);
            return table.add(me.id(), image, alt, clock.instant());
        });
    }

    /**
     * Puts pictures into a bark of one's own that was just stored, in this order.
     *
     * @throws MediaRefused when there are too many, or when one is not one's own, or in a bark already: also for whoever loses a
     *     race
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(Viewer me, long barkId, List<Attachment> attachments) {
        if (attachments.size() > Media.MOST_IN_A_BARK) {
            throw new MediaRefused(MediaProblem.TOO_MANY);
        }
        // In the order of the ids: two who want the same ones do not wait for each other.
        IntStream.range(0, attachments.size())
                .boxed()
                .sorted(Comparator.comparingLong(place -> attachments.get(place).mediaId()))
                .forEach(place -> {
                    Attachment each = attachments.get(place);
                    if (!table.attach(each.mediaId(), me.id(), barkId, place)) {
                        throw new MediaRefused(MediaProblem.NOT_THERE);
                    }
                    each.alt().ifPresent(alt -> table.describe(each.mediaId(), alt));
                });
    }

    /**
     * Takes the pictures out of a bark that is being taken back; its author has a day for another one.
     *
     * @return them in their order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Media> release(long barkId) {
        List<Media> released = table.of(barkId);
        table.release(barkId, clock.instant());
        return released;
    }

    /** A picture as the one who asks may see it: their own, or in a bark of somebody with whom they have no block. */
    Optional<MediaTable.Kept> find(Viewer me, long mediaId) {
        return table.find(mediaId)
                .filter(kept -> kept.accountId() == me.id()
                        || (kept.isInABark() && !readers.rulesOf(me).isBlocked(kept.accountId())));
    }

    /** A JPEG picture, for whom it was found. */
    Optional<byte[]> image(MediaTable.Kept found) {
        return table.image(found.id());
    }
}
