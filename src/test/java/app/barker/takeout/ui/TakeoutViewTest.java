package app.barker.takeout.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.takeout.Takeout;
import app.barker.takeout.Takeouts;
import app.barker.testing.SignedInViewTest;
import com.vaadin.flow.component.html.Anchor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TakeoutViewTest extends SignedInViewTest {

    @Autowired
    Takeouts takeouts;

    @Test
    void makesAFileAndShowsWhereItIs() {
        navigate(TakeoutView.class);
        press("Make a file");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> takeouts.of(me).filter(Takeout::isReady).isPresent());

        open("settings/history");
        navigate(TakeoutView.class);

        String key = takeouts.of(me).orElseThrow().key();
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("/takeouts/" + key + ".zip");
    }

    @Test
    void whoProvedItLongAgoIsAskedFirst() {
        open.proofIsOld(me);
        navigate(TakeoutView.class);
        press("Make a file");

        assertThat(takeouts.of(me)).isEmpty();
        assertThat(everythingTold()).contains("ask");
    }
}
