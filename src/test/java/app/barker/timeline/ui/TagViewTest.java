package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagViewTest extends FeedViewTest {

    @BeforeEach
    void rexIsHere() {
        logIn(rex);
    }

    @Test
    void showsWhatCarriesTheTag() {
        long bark = barking.bark(bella, "Out now #Release");
        long reply = barking.reply(otto, bark, "At last! #release");
        barking.bark(bella, "Nothing here");
        barking.bark(bella, "Not out yet #releases");

        assertThat(open("tags/release")).isEqualTo(200);

        assertThat(find(H1.class).single().getText()).isEqualTo("#release");
        assertThat(shown()).containsExactly(reply, bark);
    }

    @ParameterizedTest
    @CsvSource({"#Größe, größe", "#ÜBER, über", "#散歩, 散歩", "#ｗａｌｋ, walk", "#walk_2, Walk_2"})
    void oneTagIsOneHoweverItIsWritten(String written, String typed) {
        long bark = barking.bark(bella, "Look " + written);

        assertThat(open("tags/" + typed)).isEqualTo(200);

        assertThat(shown()).containsExactly(bark);
    }

    @Test
    void aTagThatNobodyUsesIsAnEmptyPage() {
        assertThat(open("tags/nobody-uses")).isEqualTo(404);
        assertThat(open("tags/nobody_uses")).isEqualTo(200);

        assertThat(shown()).isEmpty();
    }

    @Test
    void anotherTagOnTheSamePageIsAnother() {
        barking.bark(bella, "#one");
        long two = barking.bark(bella, "#two");
        open("tags/one");

        open("tags/two");
        assertThat(find(H1.class).single().getText()).isEqualTo("#two");
        assertThat(shown()).containsExactly(two);

        barking.bark(otto, "#one again");
        barking.bark(otto, "#two again");
        waitUntilAllIsTold();
        assertThat(newer()).isEqualTo(1);
    }

    @Test
    void whatIsNewUnderTheTagIsAnnounced() {
        open("tags/walk");

        long bark = barking.bark(bella, "Who comes? #Walk");
        reactions.rebark(otto, bark);
        barking.bark(bella, "Elsewhere #talk");
        waitUntilAllIsTold();

        assertThat(newer()).isEqualTo(1);
        call(feed(), "showNewer");
        assertThat(shown()).containsExactly(bark);
    }

    @Test
    void whatTheReaderDoesNotWantOrMayNotSeeIsLeftOut() {
        barking.bark(bella, "#walk with Bella");
        barking.bark(otto, "#walk with cats");
        open("tags/walk");
        assertThat(shown()).hasSize(2);

        blocks.block(bella, rex.username());
        mutes.muteWord(rex, "cats", Optional.empty());
        open("tags/walk");
        assertThat(shown()).isEmpty();

        barking.bark(bella, "#walk again");
        barking.bark(otto, "#walk with more cats");
        waitUntilAllIsTold();
        assertThat(newer()).isZero();
    }

    @Test
    void whatOnePostsIsShownWhereItCarriesTheTag() {
        open("tags/walk");

        assertThat(post("Not for here").posted()).isTrue();
        assertThat(inserted()).isEmpty();

        assertThat(post("At five? #walk").posted()).isTrue();
        assertThat(card(inserted().orElseThrow()).text()).isEqualTo("At five? #walk");
    }

    @Test
    void aPageOpenedAtAPlaceShowsThat() {
        long first = barking.bark(bella, "First #walk");
        long second = barking.bark(bella, "Second #walk");
        open("tags/walk");
        assertThat(shown()).containsExactly(second, first);

        open("tags/walk?from=" + first);

        assertThat(shown()).containsExactly(first);
        assertThat(newer()).isEqualTo(1);
    }
}
