package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.ui.BarkFeed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchViewTest extends FeedViewTest {

    @BeforeEach
    void rexIsHere() {
        logIn(rex);
    }

    @Test
    void whatIsFoundIsMarked() {
        long bark = barking.bark(bella, "Größe: a large ball, and #groesse");
        barking.bark(bella, "Nothing of that");

        assertThat(open("search?q=BALL+gr%C3%B6*")).isEqualTo(200);

        assertThat(shown()).containsExactly(bark);
        assertThat(shownCards().getFirst().segments())
                .containsExactly(
                        List.of("=", "", "Größe"),
                        ": a large ",
                        List.of("=", "", "ball"),
                        ", and ",
                        List.of("#", "groesse", "#groesse"));
    }

    @Test
    void withoutWordsItSaysHowOneSearches() {
        barking.bark(bella, "A ball");

        for (String address : List.of("search", "search?q=", "search?q=-", "search?q=%25")) {
            assertThat(open(address)).isEqualTo(200);
            assertThat(find(BarkFeed.class).exists()).isFalse();
            assertThat(problem()).isEmpty();
        }
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        open("search?q=before:yesterday");
        assertThat(problem()).contains("year, month and day");

        open("search?q=" + "a".repeat(5_000));
        assertThat(problem()).contains("too long");
    }

    @Test
    void peopleStandAboveTheBarks() {
        open("search?q=" + bella.username());

        assertThat((List<?>) told().get(2))
                .singleElement()
                .extracting("username")
                .isEqualTo(bella.username());
    }

    @Test
    void anotherSearchOnTheSamePageIsAnother() {
        long ball = barking.bark(bella, "A ball");
        long bone = barking.bark(bella, "A bone");

        open("search?q=ball");
        assertThat(shown()).containsExactly(ball);
        open("search?q=bone");
        assertThat(shown()).containsExactly(bone);
    }

    private String problem() {
        return String.valueOf(told().get(1));
    }

    private List<Object> told() {
        return argumentsOf(find(SearchForm.class).single(), ".show(");
    }
}
