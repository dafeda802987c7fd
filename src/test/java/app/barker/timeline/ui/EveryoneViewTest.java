package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EveryoneViewTest extends FeedViewTest {

    @BeforeEach
    void rexFollowsBella() {
        follows.follow(rex, bella.username());
        logIn(rex);
    }

    @Test
    void showsWhomOneDoesNotFollowToo() {
        long ofOtto = barking.bark(otto, "From Otto");
        long reply = barking.reply(bella, ofOtto, "To Otto");
        open("");
        assertThat(shown()).containsExactly(reply);

        assertThat(open("everyone")).isEqualTo(200);

        assertThat(find(H1.class).single().getText()).isEqualTo("Everyone");
        assertThat(shown()).containsExactly(reply, ofOtto);
    }

    @Test
    void announcesWhatEveryoneSaysAndNoRebarks() {
        open("everyone");

        long ofOtto = barking.bark(otto, "From Otto");
        reactions.rebark(bella, ofOtto);
        waitUntilAllIsTold();

        assertThat(newer()).isEqualTo(1);
    }

    @Test
    void whatOnePostsIsShown() {
        open("everyone");

        assertThat(post("From Rex").posted()).isTrue();

        assertThat(card(inserted().orElseThrow()).text()).isEqualTo("From Rex");
    }

    @Test
    void whoGoesThereAgainSeesTheNewest() {
        long first = barking.bark(otto, "First");
        open("everyone?from=" + first);
        long second = barking.bark(otto, "Second");
        awaitNewer(1);

        open("everyone");

        assertThat(shown()).containsExactly(second, first);
        assertThat(newer()).isZero();
    }
}
