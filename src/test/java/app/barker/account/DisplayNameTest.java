package app.barker.account;

import static app.barker.account.DisplayNameProblem.CONTROL_CHARACTERS;
import static app.barker.account.DisplayNameProblem.INVISIBLE;
import static app.barker.account.DisplayNameProblem.SEVERAL_LINES;
import static app.barker.account.DisplayNameProblem.TOO_LONG;
import static app.barker.account.DisplayNameProblem.TURNS_DIRECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    /** Man, woman, girl, boy, held together by three joiners: seven code points. */
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    private static final String ACUTE = "\u0301";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rex",
                "Rex Retriever",
                "Rex O'Woof-Smith, Jr. & <b>sons</b>",
                "Ñandú Žižkov",
                "רקס",
                "ريكس",
                "レックス",
                "रेक्स",
                "Rex \uD83D\uDC15\u200D\uD83E\uDDBA",
                "می\u200Cخواهم", // Persian needs the non-joiner
                "%_\\",
                "@bella"
            })
    void isAnyNameThatPeopleHave(String name) {
        assertThat(DisplayName.problemWith(name)).isEmpty();
        assertThat(new DisplayName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\t \n", "\uFEFF"})
    void isNoneWhereNothingWasTyped(String typed) {
        assertThat(DisplayName.problemWith(typed)).isEmpty();
        assertThat(new DisplayName(typed).isNone()).isTrue();
        assertThat(new DisplayName("Rex").isNone()).isFalse();
    }

    @Test
    void hasFiftyCharactersAndNotOneMore() {
        assertThat(DisplayName.problemWith("w".repeat(50))).isEmpty();
        assertThat(DisplayName.problemWith("w".repeat(51))).contains(TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"é", "e\u0301", "\uD83D\uDC36", "\uD83D\uDC4D\uD83C\uDFFD", "\uD83C\uDDEB\uD83C\uDDEE", "한"})
    void countsWhatAPersonCountsAsOne(String character) {
        assertThat(DisplayName.problemWith(character.repeat(50))).isEmpty();
        assertThat(DisplayName.problemWith(character.repeat(51))).contains(TOO_LONG);
    }

    @Test
    void has200CodePointsAndNotOneMore() {
        assertThat(DisplayName.problemWith(FAMILY.repeat(28))).isEmpty();
        assertThat(DisplayName.problemWith(FAMILY.repeat(29))).contains(TOO_LONG);
        assertThat(DisplayName.problemWith("q" + ACUTE.repeat(199))).isEmpty();
        assertThat(DisplayName.problemWith("q" + ACUTE.repeat(200))).contains(TOO_LONG);
    }

    @Test
    void isCountedAsItIsStored() {
        // One code point that Unicode composes to two.
        assertThat(DisplayName.problemWith("\u0958".repeat(50))).isEmpty();
        assertThat(new DisplayName("\u0958".repeat(50)).value()).hasSize(100);
    }

    @Test
    void dropsWhiteSpaceAroundIt() {
        assertThat(new DisplayName(" \t\u3000Rex Retriever \n").value()).isEqualTo("Rex Retriever");
        assertThat(DisplayName.problemWith(" ".repeat(500) + "w".repeat(50) + " ".repeat(500)))
                .isEmpty();
    }

    @Test
    void isTheSameNameHoweverItsAccentsWereTyped() {
        assertThat(new DisplayName("Re\u0301x")).isEqualTo(new DisplayName("R\u00E9x"));
        assertThat(new DisplayName("Re\u0301x").value()).isEqualTo("R\u00E9x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Rex\nRetriever", "Rex\r\nRetriever", "Rex\u0085x", "Rex\u2028x", "Rex\u2029x", "Rex\u000Bx"})
    void isOneLine(String typed) {
        assertThat(DisplayName.problemWith(typed)).contains(SEVERAL_LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re\tx", "Re\u0000x", "\u0007Rex", "Re\u001B[31mx", "Rex\u007F", "Re\u009Bx"})
    void refusesControlCharacters(String typed) {
        assertThat(DisplayName.problemWith(typed)).contains(CONTROL_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rex\uD83D", "\uDC36Rex", "Re\uDC36\uD83Dx"})
    void refusesHalvesOfCharacters(String typed) {
        assertThat(DisplayName.problemWith(typed)).contains(CONTROL_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u061C", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067",
                "\u2068", "\u2069"
            })
    void cannotTurnTheNameBesideIt(String control) {
        assertThat(DisplayName.problemWith("Rex" + control)).contains(TURNS_DIRECTION);
        assertThat(DisplayName.problemWith(control + "nimda")).contains(TURNS_DIRECTION);
        assertThat(DisplayName.problemWith(control)).contains(TURNS_DIRECTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200B", "\u200D\u2060", "\u00AD", "\uFE0F", "\u3164", "\u115F \u1160", "\u2800", "\u034F"})
    void refusesWhatShowsNothing(String typed) {
        assertThat(DisplayName.problemWith(typed)).contains(INVISIBLE);
        assertThat(DisplayName.problemWith("Rex" + typed)).isEmpty();
    }

    @Test
    void refusesMegabytesWithoutReadingThem() {
        String marks = "e" + ACUTE.repeat(1 << 20);
        String spaces = " ".repeat(1 << 20) + "w";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 1_000; i++) {
                assertThat(DisplayName.problemWith(marks)).contains(TOO_LONG);
                assertThat(DisplayName.problemWith(spaces)).contains(TOO_LONG);
            }
        });
    }

    @Test
    void cannotBeMadeFromWhatIsRefused() {
        assertThatThrownBy(() -> new DisplayName("\u200B"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("INVISIBLE");
    }
}
