package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.ui.ClientPage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody writes into the address bar, or a browser into a request, leads somewhere or nowhere and breaks nothing. */
class AddressesTest extends FeedViewTest {

    long bark;

    @BeforeEach
    void rexIsHere() {
        bark = barking.bark(rex, "Woof #woof");
        logIn(rex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "barks",
                "barks/",
                "barks/0",
                "barks/-1",
                "barks/x",
                "barks/1e3",
                "barks/0x10",
                "barks/１２",
                "barks/99999999999999999999999",
                "barks/9223372036854775807",
                "barks/9223372036854775808",
                "barks/1;drop",
                "barks/1 or 1=1",
                "barks/%27",
                "barks/1/2",
                "users",
                "users/",
                "users/x",
                "users/nobody-at-all",
                "users/%00",
                "users/\u0000",
                "users/ｒｅｘ",
                "users/🐶",
                "users/' or 1=1 --",
                "users/rex/nonsense",
                "users/rex/replies/more",
                "tags",
                "tags/",
                "tags/-",
                "tags/123",
                "tags/a b",
                "tags/a%20b",
                "tags/#woof",
                "tags/woof'",
                "tags/woof;--",
                "tags/\u0000",
                "tags/%00",
                "tags/🐶",
                "tags/woof/more"
            })
    void whatLeadsNowhereIsNotFound(String address) {
        assertThat(open(address)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"barks/", "users/", "tags/", "users/rex/"})
    void anAddressThatIsMuchTooLongIsNotFound(String beginning) {
        assertThat(open(beginning + "1".repeat(100_000))).isEqualTo(404);
        assertThat(open(beginning + "x".repeat(100_000))).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aPlaceThatIsNoneIsTheNewest(String list) {
        for (String from : List.of(
                "", "x", "-1", "1e3", "１２", "%27", "1%20or%201", "%00", "9223372036854775807", "9".repeat(10_000))) {
            assertThat(open(list(list) + "?from=" + from)).as(from).isEqualTo(200);
            assertThat(shown()).as(from).containsExactly(bark);
            assertThat(newer()).as(from).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aPlaceAboveEverythingIsTheNewestAndOneBelowEverythingTheEnd(String list) {
        assertThat(open(list(list) + "?from=999999999999999999")).isEqualTo(200);
        assertThat(shown()).containsExactly(bark);
        assertThat(newer()).isZero();

        assertThat(open(list(list) + "?from=0")).isEqualTo(200);
        assertThat(shown()).isEmpty();
        assertThat(newer()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void whatABrowserAsksForBehindAPlaceThatIsNoneIsNothing(String list) {
        open(list(list));

        for (String next :
                List.of("", "x", "-1", "0", "1", "-9223372036854775808", "9223372036854775808", "' or 1=1")) {
            assertThat(((ClientPage) call(feed(), "older", next, "20")).rows())
                    .as(next)
                    .isEmpty();
        }
        for (String size : List.of("", "x", "0", "-1", "2147483648", "9223372036854775807")) {
            assertThat(((ClientPage) call(feed(), "older", String.valueOf(Long.MAX_VALUE), size)).rows())
                    .as(size)
                    .hasSize(1);
        }
    }

    @Test
    void furtherAnswersBehindAPlaceThatIsNoneAreNone() {
        long reply = barking.reply(otto, bark, "Woof yourself");
        open("barks/" + bark);
        assertThat(shown()).containsExactly(reply);

        for (String next : List.of("", "x", "9223372036854775807", "9223372036854775808", "' or 1=1")) {
            assertThat(((ClientPage) call(feed(), "older", next, "20")).rows())
                    .as(next)
                    .isEmpty();
        }
        assertThat(((ClientPage) call(feed(), "older", "-1", "20")).rows()).hasSize(1);
    }

    static List<String> lists() {
        return List.of("", "everyone", "tags/woof", "users/rex");
    }

    /** Everybody's name is another one in each test. */
    private String list(String list) {
        return list.replace("rex", rex.username());
    }
}
