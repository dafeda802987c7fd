package app.barker.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bark.BarkDeleted;
import app.barker.bark.BarkPosted;
import app.barker.live.Doorbell;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentBarksTest {

    private final Doorbell doorbell = new Doorbell();
    private final RecentBarks recent = new RecentBarks(doorbell);
    private final Viewer rex = new Viewer(1, "rex", Role.USER);
    private final Viewer bella = new Viewer(2, "bella", Role.USER);
    private long lastId;

    @AfterEach
    void stop() {
        doorbell.destroy();
    }

    @Test
    void countsWhatOthersHaveBarkedSince() {
        barkBy(rex);
        long opened = recent.position();
        assertThat(recent.newSince(opened, bella)).isZero();

        barkBy(rex);
        barkBy(rex);

        assertThat(recent.newSince(opened, bella)).isEqualTo(2);
    }

    @Test
    void doesNotAnnounceOnesOwnBarks() {
        long opened = recent.position();

        barkBy(rex);
        barkBy(bella);
        barkBy(rex);

        assertThat(recent.newSince(opened, rex)).isEqualTo(1);
        assertThat(recent.newSince(opened, bella)).isEqualTo(2);
    }

    @Test
    void countsFromWhereEachPageStands() {
        long early = recent.position();
        barkBy(rex);
        long late = recent.position();
        barkBy(rex);

        assertThat(recent.newSince(early, bella)).isEqualTo(2);
        assertThat(recent.newSince(late, bella)).isEqualTo(1);
    }

    @Test
    void countsABarkThatCommitsAfterANewerOne() {
        long earlierId = ++lastId;
        barkBy(rex);
        long opened = recent.position();

        recent.note(new BarkPosted(earlierId, rex.id()));

        assertThat(recent.newSince(opened, bella)).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsDeleted() {
        long opened = recent.position();
        long regretted = barkBy(rex);
        barkBy(rex);

        recent.forget(new BarkDeleted(regretted, rex.id()));

        assertThat(recent.newSince(opened, bella)).isEqualTo(1);
        barkBy(rex);
        assertThat(recent.newSince(opened, bella)).isEqualTo(2);
    }

    @Test
    void saysAtLeastSoManyToAPageThatFellFarBehind() {
        long opened = recent.position();
        for (int i = 0; i < RecentBarks.KEPT + 100; i++) {
            barkBy(rex);
        }

        assertThat(recent.newSince(opened, bella)).isEqualTo(RecentBarks.KEPT);
        assertThat(recent.position()).isEqualTo(opened + RecentBarks.KEPT + 100);
    }

    @Test
    void ringsForABarkAndForADeletion() throws InterruptedException {
        CountDownLatch posted = ringsOnce();
        long bark = barkBy(rex);
        assertThat(posted.await(10, TimeUnit.SECONDS)).isTrue();

        CountDownLatch deleted = ringsOnce();
        recent.forget(new BarkDeleted(bark, rex.id()));
        assertThat(deleted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private CountDownLatch ringsOnce() {
        CountDownLatch rung = new CountDownLatch(1);
        doorbell.listen(rung::countDown);
        return rung;
    }

    private long barkBy(Viewer author) {
        recent.note(new BarkPosted(++lastId, author.id()));
        return lastId;
    }
}
