package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.ui.Composer.Answer;
import app.barker.testing.Dogs;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Who does a thing too often is asked to take a breath, and keeps what they have written. */
@TestPropertySource(properties = {"barker.bark.per-minute=2", "barker.follow.follows-per-hour=2"})
class LimitsTest extends FeedViewTest {

    private static final String A_LOT = "That is a lot at once. Take a breath: it goes on in ";

    @BeforeEach
    void rexIsAtHome() {
        logIn(rex);
    }

    @Test
    void whoBarksALotTakesABreath() {
        assertThat(post("One").posted()).isTrue();
        assertThat(post(" ").posted())
                .as("what says nothing counts for nothing")
                .isFalse();
        assertThat(post("Two").posted()).isTrue();

        Answer third = post("Three");

        assertThat(third.posted()).isFalse();
        assertThat(third.why()).startsWith(A_LOT);
        assertThat(storedTexts()).containsExactly("Two", "One");
    }

    @Test
    void theSameBarkSentAgainCountsOnce() {
        String key = UUID.randomUUID().toString();

        assertThat(((Answer) call(composer(), "post", "One", key)).posted()).isTrue();
        assertThat(((Answer) call(composer(), "post", "One", key)).posted()).isTrue();
        assertThat(post("Two").posted()).isTrue();
        assertThat(((Answer) call(composer(), "post", "One", key)).posted()).isTrue();

        assertThat(storedTexts()).containsExactly("Two", "One");
    }

    @Test
    void answersRebarksAndEditsCountAsBarksAndLikesDoNot() {
        long ofBella = barking.bark(bella, "From Bella");
        long ofRex = barking.bark(rex, "From Rex");
        assertThat(refusalOf("rebark", ofBella)).isEmpty();

        assertThat(refusalOf("like", ofBella)).isEmpty();
        assertThat(refusalOf("unrebark", ofBella)).isEmpty();
        assertThat(refusalOf("rebark", ofBella))
                .hasValueSatisfying(why -> assertThat(why).startsWith(A_LOT));
        assertThat(((Answer) call(composer(), "edit", "From Rex, again", String.valueOf(ofRex))).why())
                .startsWith(A_LOT);
        assertThat(((Answer) call(composer(), "answer", "Yes", UUID.randomUUID().toString(), String.valueOf(ofBella)))
                        .why())
                .startsWith(A_LOT);

        assertThat(card(ofRex).text()).isEqualTo("From Rex");
        assertThat(card(ofBella).marks().rebarked()).isFalse();
        assertThat(card(ofBella).counts().replies()).isZero();
    }

    @Test
    void everybodyHasALimitOfTheirOwn() {
        post("One");
        post("Two");
        assertThat(post("Three").posted()).isFalse();

        logIn(bella);

        assertThat(post("From Bella").posted()).isTrue();
    }

    @Test
    void whoFollowsALotTakesABreath() {
        var juno =
                new Dogs(accounts).signUp("juno-" + UUID.randomUUID().toString().substring(0, 8));
        follows.follow(rex, bella.username());
        follows.follow(rex, otto.username());
        open("users/" + juno.username());
        ProfileHead head = find(ProfileHead.class).single();

        FollowAnswer answer = (FollowAnswer) call(head, "follow", true);

        assertThat(answer.done()).isFalse();
        assertThat(answer.why()).startsWith(A_LOT).endsWith(" minutes.");
        follows.unfollow(rex, otto.username());
        assertThat(((FollowAnswer) call(head, "follow", true)).done())
                .as("to let go gives nothing back")
                .isFalse();
    }
}
