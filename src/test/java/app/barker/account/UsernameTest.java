package app.barker.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"rex", "ab", "r2", "rex-the-2nd", "good_dog", "r--", "r__", "abcdefghijklmnopqrstuvwxyz0123"})
    void takesLettersDigitsUnderscoreAndHyphen(String name) {
        assertThat(Username.problemWith(name)).isEmpty();
        assertThat(new Username(name).value()).isEqualTo(name);
    }

    @Test
    void isStoredInLowerCase() {
        assertThat(new Username("ReX-The-2nd").value()).isEqualTo("rex-the-2nd");
        assertThat(new Username("REX")).isEqualTo(new Username("rex"));
    }

    @Test
    void hasTwoToThirtyCharacters() {
        assertThat(Username.problemWith("")).contains(UsernameProblem.MISSING);
        assertThat(Username.problemWith("r")).contains(UsernameProblem.TOO_SHORT);
        assertThat(Username.problemWith("re")).isEmpty();
        assertThat(Username.problemWith("r".repeat(30))).isEmpty();
        assertThat(Username.problemWith("r".repeat(31))).contains(UsernameProblem.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2rex", "_rex", "-rex", "7", "__"})
    void beginsWithALetter(String name) {
        assertThat(Username.problemWith(name)).contains(UsernameProblem.FIRST_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "re x",
                " rex",
                "rex ",
                "rex\n",
                "rex\t",
                "re.x",
                "rex@home",
                "re/x",
                "<rex>",
                "re'x",
                "räx",
                "рех", // Cyrillic
                "\uFF52\uFF45\uFF58", // full-width "rex"
                "re\u0000x",
                "\u0000\u0000",
                "re\u200Bx", // zero-width space
                "rex\uD83D\uDC36", // a dog's face
                "re\uD83D" // half of one
            })
    void refusesEveryOtherCharacter(String name) {
        assertThat(Username.problemWith(name)).contains(UsernameProblem.CHARACTERS);
    }

    @Test
    void refusesLettersThatBecomeAsciiInLowerCase() {
        assertThat("\u212A").as("the Kelvin sign").isNotEqualTo("K").isEqualToIgnoringCase("k");
        assertThat(Username.problemWith("\u212Aira")).contains(UsernameProblem.CHARACTERS);
        assertThat(Username.problemWith("k\u212A")).contains(UsernameProblem.CHARACTERS);
        assertThat(Username.problemWith("\u0130zzy")).as("a Turkish İ").contains(UsernameProblem.CHARACTERS);
        assertThat(Username.problemWith("f\u0131do")).as("a Turkish ı").contains(UsernameProblem.CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "ADMIN", "Barker", "login", "log-in", "root", "null", "everyone"})
    void cannotPassForTheProductOrItsStaff(String name) {
        assertThat(Username.problemWith(name)).contains(UsernameProblem.RESERVED);
        assertThat(Username.problemWithForm(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin2", "barker-fan", "rooty"})
    void mayContainAReservedName(String name) {
        assertThat(Username.problemWith(name)).isEmpty();
    }

    @Test
    void refusesAMegabyteForItsLengthAlone() {
        assertThat(Username.problemWith("\u0000".repeat(1 << 20))).contains(UsernameProblem.TOO_LONG);
    }

    @Test
    void cannotBeMadeFromWhatIsRefused() {
        assertThatThrownBy(() -> new Username("re x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CHARACTERS");
        assertThatThrownBy(() -> new Username("Admin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RESERVED");
    }
}
