package app.barker.account;

import static app.barker.account.BioProblem.CONTROL_CHARACTERS;
import static app.barker.account.BioProblem.INVISIBLE;
import static app.barker.account.BioProblem.TOO_LONG;
import static app.barker.account.BioProblem.TOO_MANY_LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BioTest {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    @Test
    void has160CharactersAndNotOneMore() {
        assertThat(Bio.problemWith("w".repeat(160))).isEmpty();
        assertThat(Bio.problemWith("w".repeat(161))).contains(TOO_LONG);
        assertThat(Bio.problemWith(FAMILY + "w".repeat(159))).isEmpty();
        assertThat(Bio.problemWith(FAMILY + "w".repeat(160))).contains(TOO_LONG);
    }

    @Test
    void has640CodePointsAndNotOneMore() {
        assertThat(Bio.problemWith("w" + "\u0301".repeat(639))).isEmpty();
        assertThat(Bio.problemWith("w" + "\u0301".repeat(640))).contains(TOO_LONG);
        assertThat(Bio.problemWith("\u0301".repeat(1 << 20))).contains(TOO_LONG);
    }

    @Test
    void hasFiveLinesAndNotOneMore() {
        assertThat(new Bio("1\n2\n\n4\n5").value()).isEqualTo("1\n2\n\n4\n5");
        assertThat(Bio.problemWith("1\n2\n3\n4\n5\n6")).contains(TOO_MANY_LINES);
        assertThat(Bio.problemWith("1\n\n\n\n\n6")).contains(TOO_MANY_LINES);
        assertThat(Bio.problemWith("\n\n\n\n\n\nbelow all that\n\n\n\n\n\n")).isEmpty();
    }

    @Test
    void knowsTheLineBreaksOfEverySystem() {
        assertThat(new Bio("1\r\n2\r3\u20284\u20295").value()).isEqualTo("1\n2\n3\n4\n5");
        assertThat(Bio.problemWith("1\r2\r\n3\u20284\u20295\n6")).contains(TOO_MANY_LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\n\n\n\n\n\n\n", "\u3000"})
    void isNothingWhereNothingWasTyped(String typed) {
        assertThat(Bio.problemWith(typed)).isEmpty();
        assertThat(new Bio(typed).value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wo\tof", "wo\u0000of", "wo\u001B[31mof", "wo\u0085of", "woof\uD83D", "wo\u000Bof"})
    void refusesControlCharacters(String typed) {
        assertThat(Bio.problemWith(typed)).contains(CONTROL_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u202E\u202C", "\u3164\n\u2800"})
    void refusesWhatShowsNothing(String typed) {
        assertThat(Bio.problemWith(typed)).contains(INVISIBLE);
        assertThat(Bio.problemWith(typed + "w")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('woof')</script> &lt;b&gt; \"quotes\"",
                "'); drop table users; --",
                "I dig. שלום, 汪汪 " + FAMILY,
                "e\u0301 is not \u00E9"
            })
    void keepsEveryOtherTextAsItIs(String typed) {
        assertThat(new Bio(typed).value()).isEqualTo(typed);
    }

    @Test
    void cannotBeMadeFromWhatIsRefused() {
        assertThatThrownBy(() -> new Bio("w".repeat(161)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TOO_LONG");
    }
}
